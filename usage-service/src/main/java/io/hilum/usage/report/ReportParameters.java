package io.hilum.usage.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of reports and exports.
 */
public final class ReportParameters {

	private ReportParameters() {
	}

	/**
	 * Read what is asked.
	 * @param parameters {@code from}, {@code to}, {@code time_zone}, {@code group_by},
	 * {@code team}, {@code user} and {@code model}, each of which may be missing
	 * @param now the time: without days, the month so far is asked
	 * @param otherwise what to group by, if there is nothing of it
	 * @return the query
	 */
	public static TotalsQuery query(Map<String, String> parameters, Instant now, Set<Dimension> otherwise) {
		ZoneId zone = zone(parameters.get("time_zone"));
		LocalDate today = LocalDate.ofInstant(now, zone);
		String groupBy = parameters.get("group_by");
		return new TotalsQuery(date("from", parameters.get("from"), today.withDayOfMonth(1)),
				date("to", parameters.get("to"), today), zone, (groupBy != null) ? dimensions(groupBy) : otherwise,
				parameters.get("team"), parameters.get("user"), parameters.get("model"));
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

	private static Set<Dimension> dimensions(String value) {
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
