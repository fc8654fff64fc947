package io.hilum.portal.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.hilum.portal.problem.PortalProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Cursor} and {@link Page}.
 */
class CursorTests {

	@Test
	void comesBackAsItWas() {
		Cursor cursor = new Cursor(Instant.parse("2026-11-23T12:00:00.123456Z"), UUID.randomUUID());
		assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
		assertThat(Cursor.parse(null)).isEqualTo(Cursor.START);
		assertThat(Cursor.parse("")).isEqualTo(Cursor.START);
	}

	@Test
	void refusesWhatIsNoneOfOurs() {
		for (String text : List.of("x", "%%%", "AAAA", "A".repeat(200), "_".repeat(32))) {
			assertThatExceptionOfType(PortalProblem.class).isThrownBy(() -> Cursor.parse(text + "A"))
				.withMessageNotContaining(text + "A");
		}
	}

	@Test
	void goesOnOnlyWhereThereIsMore() {
		List<Integer> three = List.of(1, 2, 3);
		assertThat(Page.of(three, 3, (entry) -> Cursor.START, (entry) -> entry).cursor()).isNull();
		Page<Integer> two = Page.of(three, 2, (entry) -> Cursor.START, (entry) -> entry);
		assertThat(two.data()).containsExactly(1, 2);
		assertThat(two.cursor()).isEqualTo(Cursor.START.text());
	}

}
