package io.hilum.usage.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which totals are wanted.
 *
 * @param from the first day
 * @param to the last day
 * @param zone the time zone in which days begin
 * @param groupBy by what to group
 * @param team only of this team
 * @param subject only of this subject
 * @param model only of this model
 */
public record TotalsQuery(LocalDate from, LocalDate to, ZoneId zone, Set<Dimension> groupBy, @Nullable String team,
		@Nullable String subject, @Nullable String model) {

	public TotalsQuery {
		groupBy = Set.copyOf(groupBy);
	}

	/**
	 * The first instant.
	 * @return the start of the first day
	 */
	public Instant begin() {
		return this.from.atStartOfDay(this.zone).toInstant();
	}

	/**
	 * The first instant after.
	 * @return the end of the last day
	 */
	public Instant end() {
		return this.to.plusDays(1).atStartOfDay(this.zone).toInstant();
	}

}
