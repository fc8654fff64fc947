package io.hilum.usage.audit.retention;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.problem.UsageProblem;

/**
 * An order to keep evidence beyond its time.
 *
 * @param matter for what, such as {@code doe-v-general}; its name, never used again
 * @param reason why, for people; no patient's name
 * @param since what was sealed at this time or later is kept; {@code null} for all
 * @param placedBy who placed it
 * @param placedAt when
 * @param liftedBy who lifted it
 * @param liftedAt when; {@code null} while it is in force
 */
public record LegalHold(String matter, String reason, @Nullable Instant since, String placedBy, Instant placedAt,
		@Nullable String liftedBy, @Nullable Instant liftedAt) {

	private static final Pattern MATTER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

	private static final int MAX_REASON = 500;

	public LegalHold {
		if (!MATTER.matcher(matter).matches()) {
			throw new UsageProblem.Invalid("matter",
					"Expected 1 to 63 lower-case letters, digits, dots and hyphens, such as doe-v-general");
		}
		if (reason.isBlank() || reason.length() > MAX_REASON) {
			throw new UsageProblem.Invalid("reason", "Expected 1 to " + MAX_REASON + " characters");
		}
	}

	/**
	 * Whether it keeps a batch while it is in force.
	 * @param head the head of the batch
	 * @return {@code true} if the batch must stay
	 */
	public boolean keeps(Head head) {
		return this.since == null || !head.sealedAt().isBefore(this.since);
	}

}
