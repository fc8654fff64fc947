package io.hilum.gateway.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.hilum.gateway.policy.PhiRule.TypeRule;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the identifiers of one request: what its roles say, as far as no rule
 * is stricter; of several rules that concern it the strictest counts. Milder than a role
 * can be a rule for single types or with a threshold, if it is for all roles of the
 * caller.
 *
 * @param mode what is done to types of which nothing else is said
 * @param threshold from which score on a finding counts, {@code null} for any
 * @param types what is done to single types, by their names
 */
public record PhiTreatment(PhiMode mode, @Nullable Double threshold, Map<String, TypeRule> types) {

	/**
	 * The same for all identifiers.
	 * @param mode what is done to them
	 * @return the treatment
	 */
	public static PhiTreatment of(PhiMode mode) {
		return new PhiTreatment(mode, null, Map.of());
	}

	/**
	 * Combine rules.
	 * @param role what the roles say
	 * @param roles the roles
	 * @param rules the rules that concern the request
	 * @return the treatment
	 */
	static PhiTreatment of(PhiMode role, Collection<String> roles, List<PhiRule> rules) {
		if (rules.isEmpty()) {
			return of(role);
		}
		PhiMode mode = role;
		for (PhiRule rule : rules) {
			mode = (rule.mode() != null) ? mode.stricter(rule.mode()) : mode;
		}
		Map<String, TypeRule> types = new TreeMap<>();
		Set<String> named = new TreeSet<>();
		rules.forEach((rule) -> named.addAll(rule.types().keySet()));
		for (String type : named) {
			types.put(type, typeRule(type, role, roles, rules));
		}
		return new PhiTreatment(mode, lowest(rules, roles, PhiRule::threshold), types);
	}

	private static TypeRule typeRule(String type, PhiMode role, Collection<String> roles, List<PhiRule> rules) {
		PhiMode strictest = null;
		for (PhiRule rule : rules) {
			PhiMode said = said(rule, type, role, roles);
			if (said != null) {
				strictest = (strictest == null) ? said : strictest.stricter(said);
			}
		}
		return new TypeRule(strictest, lowest(rules, roles, (rule) -> {
			TypeRule own = rule.types().get(type);
			return (own != null) ? own.threshold() : null;
		}));
	}

	private static @Nullable PhiMode said(PhiRule rule, String type, PhiMode role, Collection<String> roles) {
		TypeRule own = rule.types().get(type);
		if (own != null && own.mode() != null) {
			return rule.isFor(roles) ? own.mode() : own.mode().stricter(role);
		}
		return (rule.mode() != null) ? rule.mode().stricter(role) : null;
	}

	private static @Nullable Double lowest(List<PhiRule> rules, Collection<String> roles, Threshold threshold) {
		Double lowest = null;
		for (PhiRule rule : rules) {
			Double said = rule.isFor(roles) ? threshold.of(rule) : null;
			if (said != null && (lowest == null || said < lowest)) {
				lowest = said;
			}
		}
		return lowest;
	}

	/**
	 * Whether texts stay as they are, so that nobody has to look for identifiers.
	 * @return {@code true} if so
	 */
	public boolean isRaw() {
		return this.mode == PhiMode.ALLOW && this.types.isEmpty();
	}

	/**
	 * Whether what leaves counts as raw.
	 * @param kept whether identifiers were found that a rule leaves as they are
	 * @return {@code true} if it may name a patient, whatever else was replaced
	 */
	public boolean leavesRaw(boolean kept) {
		return this.mode == PhiMode.ALLOW || kept;
	}

	/**
	 * What is done to identifiers of a type.
	 * @param type the name of the type
	 * @return what a rule says of it, or else what is done to all
	 */
	public PhiMode modeOf(String type) {
		TypeRule rule = this.types.get(type);
		return (rule != null && rule.mode() != null) ? rule.mode() : this.mode;
	}

	/**
	 * What a rule says of a threshold.
	 */
	@FunctionalInterface
	private interface Threshold {

		@Nullable Double of(PhiRule rule);

	}

}
