package io.hilum.routing.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BudgetWindow}.
 */
class BudgetWindowTests {

	@ParameterizedTest
	@CsvSource({ "day,2026-10-31,2026-11-01T04:00:00Z", "week,2026-10-26,2026-11-02T05:00:00Z",
			"month,2026-10-01,2026-11-01T04:00:00Z", "year,2026-01-01,2027-01-01T05:00:00Z" })
	void followsTheCalendarOfWhoeverPays(String unit, LocalDate start, Instant end) {
		BudgetWindow window = new BudgetWindow(BudgetWindow.Unit.parse(unit), ZoneId.of("America/New_York"));
		Instant lateOnHalloween = Instant.parse("2026-11-01T03:59:59Z");
		assertThat(window.start(lateOnHalloween)).isEqualTo(start);
		assertThat(window.end(lateOnHalloween)).isEqualTo(end);
	}

	@Test
	void aDayWithAChangeOfClocksHasItsOwnLength() {
		BudgetWindow window = new BudgetWindow(BudgetWindow.Unit.DAY, ZoneId.of("America/New_York"));
		Instant noon = Instant.parse("2026-11-01T17:00:00Z");
		assertThat(window.end(noon)).isEqualTo(Instant.parse("2026-11-02T05:00:00Z"));
		assertThat(window.end(noon.minusSeconds(86_400))).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
	}

}
