package io.hilum.usage.budget;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.usage.problem.UsageProblem;

/**
 * A limit of spending in calendar windows.
 *
 * @param id what is limited: {@code organisation}, or one team, user, application or key,
 * such as {@code team:cardiology}
 * @param window how long a limit lasts: day, week, month or year
 * @param timeZone the time zone in which windows begin
 * @param limitNanoUsd the limit in nano-dollars
 * @param mode {@code hard} refuses what exceeds the limit, {@code soft} only reports it
 * @param changedAt when it was set
 * @param changedBy who set it
 */
public record Budget(String id, String window, String timeZone, long limitNanoUsd, String mode, Instant changedAt,
		String changedBy) {

	private static final Pattern ID = Pattern.compile("organisation|(team|user|application|key):[^\\p{Cntrl}]{1,256}");

	private static final Set<String> WINDOWS = Set.of("day", "week", "month", "year");

	private static final Set<String> MODES = Set.of("hard", "soft");

	public Budget {
		require("id", ID.matcher(id).matches(), "organisation, team:X, user:X, application:X or key:X");
		require("window", WINDOWS.contains(window), "day, week, month or year");
		require("mode", MODES.contains(mode), "hard or soft");
		require("timeZone", isZone(timeZone), "the name of a time zone, such as America/New_York");
		require("limitNanoUsd", limitNanoUsd >= 0, "0 or more");
	}

	private static boolean isZone(String name) {
		try {
			return ZoneId.of(name).getId().equals(name);
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static void require(String field, boolean condition, String expected) {
		if (!condition) {
			throw new UsageProblem.Invalid(field, "Expected " + expected);
		}
	}

}
