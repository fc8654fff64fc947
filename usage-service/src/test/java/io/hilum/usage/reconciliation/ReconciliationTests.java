package io.hilum.usage.reconciliation;

import java.time.LocalDate;
import java.util.List;

import io.hilum.usage.ledger.Tokens;
import io.hilum.usage.reconciliation.Reconciliation.Variance;
import io.hilum.usage.reconciliation.Statement.Line;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Reconciliation}.
 */
class ReconciliationTests {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

	@Test
	void saysByMeterAndByModelWhatDiffers() {
		Statement statement = new Statement(List.of(new Line(DAY, "gpt-4o", Meter.INPUT, 100),
				new Line(DAY.plusDays(1), "gpt-4o", Meter.INPUT, 50), new Line(DAY, "unheard-of", Meter.OUTPUT, 7)));
		Reconciliation found = Reconciliation.of(statement,
				List.of(new Charged("gpt-4o-2024-11-20", new Tokens(140, 0, 0, 0, 0, 0, 0), 5),
						new Charged("o3", new Tokens(0, 0, 0, 1, 2, 0, 0), 5)));
		assertThat(found.from()).isEqualTo(DAY);
		assertThat(found.to()).isEqualTo(DAY.plusDays(1));
		assertThat(found.meters()).containsExactly(new Variance(null, "input", 150, 140, 10),
				new Variance(null, "output", 7, 3, 4));
		assertThat(found.models()).containsExactly(new Variance("gpt-4o-2024-11-20", "input", 150, 140, 10),
				new Variance("o3", "output", 0, 3, -3), new Variance("unheard-of", "output", 7, 0, 7));
	}

	@Test
	void agreesWithinAShareOfWhatTheProviderSays() {
		Statement statement = new Statement(List.of(new Line(DAY, "m", Meter.COST, 1000)));
		Reconciliation found = Reconciliation.of(statement, List.of(new Charged("m", Tokens.NONE, 990)));
		assertThat(found.agrees(0)).isFalse();
		assertThat(found.agrees(0.9)).isFalse();
		assertThat(found.agrees(1)).isTrue();
	}

}
