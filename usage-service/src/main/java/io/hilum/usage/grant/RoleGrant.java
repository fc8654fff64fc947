package io.hilum.usage.grant;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Roles that somebody has for a while. Its reason is one of a few words and its ticket a
 * number elsewhere, so that nothing in it can name a patient.
 *
 * @param id the id
 * @param kind how it came about
 * @param subject who has the roles
 * @param roles the roles of the catalogue
 * @param reason why, in one word
 * @param ticket where more of it is to be read
 * @param minutes how long it lasts once it is in force
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param approvedBy who agreed to it
 * @param expiresAt when it ends; {@code null} as long as it was not in force
 * @param endedAt when somebody ended it before
 * @param reviewedBy who looked at it afterwards
 * @param outcome what they found
 */
public record RoleGrant(String id, Kind kind, String subject, List<String> roles, String reason, String ticket,
		int minutes, String requestedBy, Instant requestedAt, @Nullable String approvedBy, @Nullable Instant expiresAt,
		@Nullable Instant endedAt, @Nullable String reviewedBy, @Nullable String outcome) {

	public RoleGrant {
		roles = List.copyOf(roles);
	}

	/**
	 * How a grant comes about.
	 */
	public enum Kind {

		/**
		 * Somebody broke the glass: it is in force at once and looked at afterwards.
		 */
		EMERGENCY,

		/**
		 * An administrator asked for it, and another has to agree.
		 */
		REQUESTED

	}

}
