package io.hilum.routing.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
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

	/** Also where a day has no midnight: Cairo's and São Paulo's clocks changed at it. */
	@Property
	void windowsAdjoin(@ForAll BudgetWindow.Unit unit, @ForAll @From("zones") ZoneId zone,
			@ForAll @LongRange(min = 1_500_000_000, max = 1_900_000_000) long second) {
		BudgetWindow window = new BudgetWindow(unit, zone);
		Instant time = Instant.ofEpochSecond(second);
		assertThat(window.begin(time)).isBeforeOrEqualTo(time);
		assertThat(window.end(time)).isAfter(time);
		assertThat(window.begin(window.end(time))).isEqualTo(window.end(time));
		assertThat(window.start(window.begin(time).minusNanos(1))).isEqualTo(window.startBefore(time));
		assertThat(window.end(window.begin(time).minusNanos(1))).isEqualTo(window.begin(time));
	}

	@Provide
	Arbitrary<ZoneId> zones() {
		return Arbitraries
			.of("UTC", "America/New_York", "Africa/Cairo", "America/Sao_Paulo", "Australia/Lord_Howe",
					"Pacific/Kiritimati", "Asia/Kathmandu")
			.map(ZoneId::of);
	}

	@Test
	void aDayWithAChangeOfClocksHasItsOwnLength() {
		BudgetWindow window = new BudgetWindow(BudgetWindow.Unit.DAY, ZoneId.of("America/New_York"));
		Instant noon = Instant.parse("2026-11-01T17:00:00Z");
		assertThat(window.end(noon)).isEqualTo(Instant.parse("2026-11-02T05:00:00Z"));
		assertThat(window.end(noon.minusSeconds(86_400))).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
	}

}
