package io.hilum.trust.row;

import java.time.Instant;
import java.util.Map;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Columns}.
 */
class ColumnsTests {

	private static final Instant TIME = Instant.parse("2026-01-05T08:00:00Z");

	private static final Readable ROW = new MapRow(
			Map.of("name", "irma", "roles", new String[] { "Admin", "Billing" }, "count", 7L, "at", TIME));

	@Test
	void readsEachType() {
		assertThat(Columns.text(ROW, "name")).isEqualTo("irma");
		assertThat(Columns.texts(ROW, "roles")).containsExactly("Admin", "Billing");
		assertThat(Columns.number(ROW, "count")).isEqualTo(7);
		assertThat(Columns.instant(ROW, "at")).isEqualTo(TIME);
		assertThat(Columns.required(ROW, "count", Long.class)).isEqualTo(7);
	}

	@Test
	void namesTheColumnThatIsNull() {
		assertThatIllegalStateException().isThrownBy(() -> Columns.text(ROW, "team"))
			.withMessage("column team is null");
	}

	/**
	 * A row in memory.
	 *
	 * @param values what its columns hold
	 */
	private record MapRow(Map<String, Object> values) implements Readable {

		@Override
		public <T> @Nullable T get(int index, Class<T> type) {
			throw new AssertionError("columns are read by their names");
		}

		@Override
		public <T> @Nullable T get(String name, Class<T> type) {
			return type.cast(this.values.get(name));
		}

	}

}
