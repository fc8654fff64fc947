package io.hilum.usage.budget;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * A limit of spending in calendar windows.
 *
 * @param id what is limited: {@code organisation}, or one team, user, application or key,
 * such as {@code team:cardiology}
 * @param window how long a limit lasts: day, week, month or year
 * @param timeZone the time zone in which windows begin
 * @param limitNanoUsd the limit in nano-dollars
 * @param mode {@code hard} refuses what exceeds the limit, {@code soft} only reports it
 * @param warnAtPercent at which shares of the limit a warning is told, in percent
 * @param rollOverNanoUsd how much of what a window leaves unspent is carried over to the
 * next one at most, in nano-dollars
 * @param rollOverSince since when, {@code null} if nothing is
 * @param changedAt when it was set
 * @param changedBy who set it
 */
public record Budget(String id, String window, String timeZone, long limitNanoUsd, String mode,
		List<Integer> warnAtPercent, long rollOverNanoUsd, @Nullable Instant rollOverSince, Instant changedAt,
		String changedBy) {

	/**
	 * The shares at which a warning is told unless others are named.
	 */
	public static final List<Integer> USUAL_WARNINGS = List.of(80, 100);

	private static final int MAX_WARNINGS = 10;

	private static final Pattern ID = Pattern.compile("organisation|(team|user|application|key):[^\\p{Cntrl}]{1,256}");

	private static final Set<String> WINDOWS = Set.of("day", "week", "month", "year");

	private static final Set<String> MODES = Set.of("hard", "soft");

	public Budget {
		require("id", ID.matcher(id).matches(), "organisation, team:X, user:X, application:X or key:X");
		require("window", WINDOWS.contains(window), "day, week, month or year");
		require("mode", MODES.contains(mode), "hard or soft");
		require("timeZone", isZone(timeZone), "the name of a time zone, such as America/New_York");
		require("limitNanoUsd", limitNanoUsd >= 0, "0 or more");
		require("rollOverNanoUsd", rollOverNanoUsd >= 0 && rollOverNanoUsd <= limitNanoUsd, "0 to the limit");
		warnAtPercent = warnAtPercent.stream().sorted().distinct().toList();
		require("warnAtPercent",
				warnAtPercent.size() <= MAX_WARNINGS
						&& warnAtPercent.stream().allMatch((percent) -> percent >= 1 && percent <= 100),
				"at most " + MAX_WARNINGS + " percentages from 1 to 100");
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
