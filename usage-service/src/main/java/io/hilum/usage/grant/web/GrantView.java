package io.hilum.usage.grant.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.hilum.usage.grant.RoleGrant;
import org.jspecify.annotations.Nullable;

/**
 * A grant as people see it.
 *
 * @param id the id
 * @param kind {@code emergency} or {@code requested}
 * @param subject who has the roles
 * @param roles the roles
 * @param reason why
 * @param ticket where more of it is to be read
 * @param minutes how long it lasts once it is in force
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param approvedBy who agreed to it
 * @param expiresAt when it ends
 * @param endedAt when somebody ended it before
 * @param reviewedBy who looked at it afterwards
 * @param outcome what they found
 */
record GrantView(String id, String kind, String subject, List<String> roles, String reason, String ticket, int minutes,
		String requestedBy, Instant requestedAt, @Nullable String approvedBy, @Nullable Instant expiresAt,
		@Nullable Instant endedAt, @Nullable String reviewedBy, @Nullable String outcome) {

	static GrantView of(RoleGrant grant) {
		return new GrantView(grant.id(), grant.kind().name().toLowerCase(Locale.ROOT), grant.subject(), grant.roles(),
				grant.reason(), grant.ticket(), grant.minutes(), grant.requestedBy(), grant.requestedAt(),
				grant.approvedBy(), grant.expiresAt(), grant.endedAt(), grant.reviewedBy(), grant.outcome());
	}

}
