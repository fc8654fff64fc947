package io.hilum.routing.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Throughput that is paid by the hour, whatever is asked of it.
 *
 * @param units how many units were bought (Azure's PTU)
 * @param nanoUsdPerUnitHour what one costs for an hour, in nano-dollars
 * @param from the first day, in UTC
 * @param until the first day on which it is over, if that is known
 */
public record Provision(int units, long nanoUsdPerUnitHour, LocalDate from, @Nullable LocalDate until) {

	public Provision {
		if (units < 1 || nanoUsdPerUnitHour < 0 || (until != null && !until.isAfter(from))) {
			throw new IllegalArgumentException("provisioned throughput has units, a price and a time");
		}
	}

	/**
	 * What an hour costs.
	 * @return nano-dollars
	 */
	public long nanoUsdPerHour() {
		return Math.multiplyExact(this.units, this.nanoUsdPerUnitHour);
	}

	/**
	 * Whether an hour is paid for.
	 * @param start its beginning
	 * @return {@code true} if it is
	 */
	public boolean covers(Instant start) {
		return !start.isBefore(begin(this.from)) && (this.until == null || start.isBefore(begin(this.until)));
	}

	private static Instant begin(LocalDate day) {
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

}
