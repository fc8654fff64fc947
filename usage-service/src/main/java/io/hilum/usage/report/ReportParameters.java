package io.hilum.usage.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of reports and exports.
 */
public final class ReportParameters {

	private ReportParameters() {
	}

	/**
	 * Read a time zone. Only names of regions: Postgres reads the sign of an offset the
	 * other way round.
	 * @param value the name, UTC if there is none
	 * @return the zone
	 */
	public static ZoneId zone(@Nullable String value) {
		if (value == null) {
			return ZoneId.of("UTC");
		}
		if (!ZoneId.getAvailableZoneIds().contains(value)) {
			throw new UsageProblem.Invalid("time_zone", "Expected the name of a time zone, such as America/New_York");
		}
		return ZoneId.of(value);
	}

	/**
	 * Read a date.
	 * @param name the name of the parameter
	 * @param value its value
	 * @param otherwise the date if there is none
	 * @return the date
	 */
	public static LocalDate date(String name, @Nullable String value, LocalDate otherwise) {
		try {
			return (value != null) ? LocalDate.parse(value) : otherwise;
		}
		catch (DateTimeException ex) {
			throw new UsageProblem.Invalid(name, "Expected a date such as 2026-01-31");
		}
	}

	/**
	 * Read a month.
	 * @param value the month, such as {@code 2026-01}
	 * @return the month
	 */
	public static YearMonth month(String value) {
		try {
			return YearMonth.parse(value);
		}
		catch (DateTimeException ex) {
			throw new UsageProblem.Invalid("month", "Expected a month such as 2026-01");
		}
	}

	/**
	 * Read what to group by.
	 * @param value names with commas between, nothing if there is none
	 * @return the dimensions
	 */
	public static Set<Dimension> dimensions(@Nullable String value) {
		if (value == null) {
			return EnumSet.of(Dimension.DAY, Dimension.MODEL);
		}
		Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
		for (String name : value.isBlank() ? new String[0] : value.split(",", -1)) {
			dimensions.add(dimension(name.trim()));
		}
		return dimensions;
	}

	private static Dimension dimension(String name) {
		for (Dimension dimension : Dimension.values()) {
			if (dimension.name().toLowerCase(Locale.ROOT).equals(name)) {
				return dimension;
			}
		}
		throw new UsageProblem.Invalid("group_by", "Expected any of day, team, user, model");
	}

}
