package io.hilum.usage.grant;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a grant.
 *
 * @param subject for whom; the caller in an emergency
 * @param roles which roles; those of the configuration in an emergency
 * @param reason why: {@code treatment}, {@code outage}, {@code public-health},
 * {@code operations} or {@code audit}
 * @param ticket where more of it is to be read
 * @param minutes for how long
 */
public record GrantRequest(@Nullable String subject, @Nullable List<String> roles, @Nullable String reason,
		@Nullable String ticket, @Nullable Integer minutes) {

	private static final Set<String> REASONS = Set.of("treatment", "outage", "public-health", "operations", "audit");

	private static final Pattern TICKET = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,15}-[0-9]{1,12}");

	private static final Pattern ROLE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

	private static final int MAX_SUBJECT = 256;

	private static final int MAX_ROLES = 16;

	String requiredReason() {
		if (this.reason == null || !REASONS.contains(this.reason)) {
			throw new UsageProblem.Invalid("reason", "Expected treatment, outage, public-health, operations or audit");
		}
		return this.reason;
	}

	String requiredTicket() {
		if (this.ticket == null || !TICKET.matcher(this.ticket).matches()) {
			throw new UsageProblem.Invalid("ticket", "Expected the number of a ticket, such as INC-4711");
		}
		return this.ticket;
	}

	int requiredMinutes(Duration max) {
		if (this.minutes == null || this.minutes < 1 || this.minutes > max.toMinutes()) {
			throw new UsageProblem.Invalid("minutes", "Expected 1 to " + max.toMinutes());
		}
		return this.minutes;
	}

	String requiredSubject() {
		if (this.subject == null || this.subject.isBlank() || this.subject.length() > MAX_SUBJECT
				|| this.subject.chars().anyMatch(Character::isISOControl)) {
			throw new UsageProblem.Invalid("subject", "Expected 1 to 256 printable characters");
		}
		return this.subject;
	}

	List<String> requiredRoles() {
		if (this.roles == null || this.roles.isEmpty() || this.roles.size() > MAX_ROLES
				|| !this.roles.stream().allMatch((role) -> ROLE.matcher(role).matches())) {
			throw new UsageProblem.Invalid("roles", "Expected 1 to 16 names of roles");
		}
		return this.roles;
	}

	void requireNoneOf(boolean condition, String field) {
		if (condition) {
			throw new UsageProblem.Invalid(field, "Not yours to choose in an emergency");
		}
	}

}
