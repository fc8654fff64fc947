package io.hilum.usage.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a new key may do: never more than who asks for it. An administrator may
 * give a key to anybody; a key that asks for another hands on its own limits.
 *
 * @param name what to call it
 * @param subject for whom it speaks
 * @param roles the roles it has
 * @param team the team that pays
 * @param application the application it belongs to
 * @param purpose the purpose of use
 * @param models patterns of models it may use
 * @param networks networks it may be used from
 * @param expiresAt when it ends
 */
record KeyGrant(String name, String subject, List<String> roles, String team, @Nullable String application,
		String purpose, List<String> models, List<String> networks, @Nullable Instant expiresAt) {

	private static final List<String> ANY_MODEL = List.of("*");

	static KeyGrant of(Caller caller, @Nullable ApiKey callersKey, KeyRequest request, Instant now) {
		var context = caller.context();
		KeyGrant grant = new KeyGrant(KeyRules.name(request.name()),
				KeyRules.token("subject", or(request.subject(), caller.subject())),
				KeyRules.roles(or(request.roles(), context.roles())),
				KeyRules.token("team", or(request.team(), context.team())),
				(request.application() != null) ? KeyRules.token("application", request.application())
						: context.application(),
				KeyRules.token("purpose", or(request.purpose(), context.purpose())),
				KeyRules.models(or(request.models(), (callersKey != null) ? callersKey.models() : ANY_MODEL)),
				KeyRules.networks(or(request.networks(), (callersKey != null) ? callersKey.networks() : List.of())),
				KeyRules.expiry((request.expiresAt() == null && callersKey != null) ? callersKey.expiresAt()
						: request.expiresAt(), now));
		grant.requireOwn(caller);
		grant.requireWithin(callersKey);
		return grant;
	}

	/**
	 * The same grant within what its application may do.
	 * @param allowed patterns of models that the application may use
	 * @return the grant
	 */
	KeyGrant within(List<String> allowed) {
		List<String> left = this.models.equals(ANY_MODEL) ? allowed : ModelPatterns.within(this.models, allowed);
		requireNotWider("models", this.models.equals(ANY_MODEL) || left.equals(this.models));
		return new KeyGrant(this.name, this.subject, this.roles, this.team, this.application, this.purpose, left,
				this.networks, this.expiresAt);
	}

	private void requireOwn(Caller caller) {
		if (caller.administers()) {
			return;
		}
		var context = caller.context();
		requireNotWider("subject", this.subject.equals(context.subject()));
		requireNotWider("roles", context.roles().containsAll(this.roles));
		requireNotWider("team", this.team.equals(context.team()));
		requireNotWider("purpose", this.purpose.equals(context.purpose()));
		requireNotWider("application", context.application() == null || context.application().equals(this.application));
	}

	private void requireWithin(@Nullable ApiKey key) {
		if (key == null) {
			return;
		}
		requireNotWider("models", key.models().contains("*") || key.models().containsAll(this.models));
		requireNotWider("networks",
				key.networks().isEmpty() || (!this.networks.isEmpty() && key.networks().containsAll(this.networks)));
		requireNotWider("expiresAt", key.expiresAt() == null
				|| !Objects.requireNonNullElse(this.expiresAt, Instant.MAX).isAfter(key.expiresAt()));
	}

	private static void requireNotWider(String field, boolean condition) {
		if (!condition) {
			throw new UsageProblem.Refused("key_too_wide",
					"A key may not have more rights than who asks for it: " + field);
		}
	}

	private static <T> T or(@Nullable T wanted, T own) {
		return (wanted != null) ? wanted : own;
	}

}
