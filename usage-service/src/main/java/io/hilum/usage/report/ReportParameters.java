package io.hilum.usage.report.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a report.
 */
final class Parameters {

	private Parameters() {
	}

	/**
	 * Only names of regions: Postgres reads the sign of an offset the other way round.
	 */
	static ZoneId zone(@Nullable String value) {
		if (value == null) {
			return ZoneId.of("UTC");
		}
		if (!ZoneId.getAvailableZoneIds().contains(value)) {
			throw new UsageProblem.Invalid("time_zone", "Expected the name of a time zone, such as America/New_York");
		}
		return ZoneId.of(value);
	}

	static LocalDate date(String name, @Nullable String value, LocalDate otherwise) {
		try {
			return (value != null) ? LocalDate.parse(value) : otherwise;
		}
		catch (DateTimeException ex) {
			throw new UsageProblem.Invalid(name, "Expected a date such as 2026-01-31");
		}
	}

	static Set<Dimension> dimensions(@Nullable String value) {
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
