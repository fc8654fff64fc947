package io.hilum.routing.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The policies of one catalogue. A denial wins over every permission; a condition that
 * fails counts as the careful answer.
 *
 * @param zone the zone of hours and weekdays
 * @param all the policies
 */
public record Policies(ZoneId zone, List<Policy> all) {

	/**
	 * Roles and agreements alone decide.
	 */
	public static final Policies NONE = new Policies(ZoneOffset.UTC, List.of());

	public Policies {
		all = List.copyOf(all);
	}

	/**
	 * The policy that keeps a request from a deployment.
	 * @param facts the request and the deployment
	 * @return the first denial
	 */
	public Optional<Policy> denial(Facts facts) {
		return this.all.stream().filter((policy) -> policy.effect() == Effect.DENY && holds(policy, facts)).findFirst();
	}

	/**
	 * The policies whose conditions hold.
	 * @param facts the request and the deployment
	 * @return the policies, denials and permissions
	 */
	public List<Policy> holding(Facts facts) {
		return this.all.stream().filter((policy) -> holds(policy, facts)).toList();
	}

	/**
	 * Whether a policy lets text through that is not de-identified.
	 * @param facts the request and the deployment
	 * @return {@code true} if one does
	 */
	public boolean allow(Facts facts) {
		return this.all.stream().anyMatch((policy) -> policy.effect() == Effect.ALLOW && holds(policy, facts));
	}

	/**
	 * Whether text that is not de-identified may go to a deployment, agreements aside.
	 * @param facts the request and the deployment
	 * @param byRole whether a role says so
	 * @return {@code true} if it may
	 */
	public boolean permitRaw(Facts facts, boolean byRole) {
		return (byRole || allow(facts)) && denial(facts).isEmpty();
	}

	/**
	 * The values that the conditions compare with.
	 * @return the union over all policies
	 */
	public Vocabulary vocabulary() {
		return this.all.stream()
			.map((policy) -> policy.condition().vocabulary())
			.reduce(Vocabulary.NONE, Vocabulary::and);
	}

	/**
	 * Complete what comes with a request by the time in the zone of the catalogue.
	 * @param purpose the purpose of use
	 * @param application the application
	 * @param team the team that pays
	 * @param network the address of the client
	 * @param now the time
	 * @return the circumstances
	 */
	public Circumstances circumstances(String purpose, String application, String team, String network, Instant now) {
		ZonedDateTime local = now.atZone(this.zone);
		return new Circumstances(purpose, application, team, network, local.getHour(), local.getDayOfWeek().getValue());
	}

	private static boolean holds(Policy policy, Facts facts) {
		try {
			return policy.condition().holds(facts);
		}
		catch (RuntimeException ex) {
			return policy.effect() == Effect.DENY;
		}
	}

}
