package io.hilum.portal.hold;

import java.time.Instant;
import java.util.regex.Pattern;

import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.wire.Expect;
import org.jspecify.annotations.Nullable;

/**
 * An order to keep conversations beyond their time and against deletion.
 *
 * @param matter for what, such as {@code doe-v-general}; its name, never used again
 * @param reason why, for people; no patient's name
 * @param subject whose conversations, {@code null} for everybody's
 * @param team the conversations of which team, {@code null} for every one
 * @param since what was used at this time or later, {@code null} for all
 * @param placedBy who placed it
 * @param placedAt when
 * @param liftedBy who lifted it
 * @param liftedAt when; {@code null} while it is in force
 */
public record Hold(String matter, String reason, @Nullable String subject, @Nullable String team,
		@Nullable Instant since, String placedBy, Instant placedAt, @Nullable String liftedBy,
		@Nullable Instant liftedAt) {

	private static final Pattern MATTER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

	private static final int MAX_REASON = 500;

	private static final int MAX_NAME = 500;

	public Hold {
		if (!isMatter(matter)) {
			throw PortalProblem.invalid("matter",
					"Expected 1 to 63 lower-case letters, digits, dots and hyphens, such as doe-v-general");
		}
		Expect.text(reason, "reason", MAX_REASON);
		subject = Expect.optional(subject, "subject", MAX_NAME);
		team = Expect.optional(team, "team", MAX_NAME);
	}

	@Override
	public String toString() {
		return "Hold[REDACTED]";
	}

	static boolean isMatter(String text) {
		return MATTER.matcher(text).matches();
	}

}
