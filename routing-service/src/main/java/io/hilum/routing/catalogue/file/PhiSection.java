package io.hilum.routing.catalogue.file;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.IdentifierType;
import io.hilum.routing.catalogue.PhiMode;
import io.hilum.routing.catalogue.RolePolicy;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * The section {@code phi}, which the gateway enforces. Here it says for which roles and
 * models a request may be raw since single types of identifiers stay in it.
 */
final class PhiSection {

	private static final Set<String> KEYS = Set.of("roles", "models", "collections", "mode", "threshold", "types");

	private static final Set<String> TYPE_KEYS = Set.of("mode", "threshold");

	private static final BigDecimal MAX_THRESHOLD = new BigDecimal("0.9");

	private final Findings findings;

	private PhiSection(Findings findings) {
		this.findings = findings;
	}

	/**
	 * Roles with what the rules let them send.
	 * @param root the file
	 * @param roles the roles as they say themselves
	 * @param findings where mistakes are noted
	 * @return the roles
	 */
	static Map<String, RolePolicy> applied(YamlObject root, Map<String, RolePolicy> roles, Findings findings) {
		PhiSection section = new PhiSection(findings);
		Map<String, Set<String>> raw = new HashMap<>();
		for (YamlObject rule : root.objects("phi")) {
			if (section.allowsSome(rule.allowing(KEYS))) {
				Set<String> models = rule.texts("models").isEmpty() ? Set.of("*") : Set.copyOf(rule.texts("models"));
				List<String> concerned = rule.texts("roles").isEmpty() ? List.copyOf(roles.keySet())
						: rule.texts("roles");
				concerned.forEach((role) -> raw.computeIfAbsent(role, (name) -> new HashSet<>()).addAll(models));
			}
			section.requireRoles(rule, roles);
		}
		Map<String, RolePolicy> applied = new HashMap<>(roles);
		raw.forEach((name, models) -> applied.computeIfPresent(name, (key, role) -> role.withRaw(models)));
		return applied;
	}

	private void requireRoles(YamlObject rule, Map<String, RolePolicy> roles) {
		rule.texts("roles")
			.stream()
			.filter((role) -> !roles.containsKey(role))
			.forEach((role) -> this.findings.fault(rule.line("roles"), "there is no role '" + role + "'"));
	}

	private boolean allowsSome(YamlObject rule) {
		if (mode(rule).filter((mode) -> mode == PhiMode.ALLOW).isPresent()) {
			this.findings.fault(rule.line("mode"), "'allow' is for a role, or for single types");
		}
		requireThreshold(rule);
		YamlObject types = rule.object("types");
		return types != null && allowsOne(types);
	}

	private boolean allowsOne(YamlObject types) {
		boolean some = false;
		for (String type : types.keys()) {
			if (!IdentifierType.exists(type)) {
				this.findings.fault(types.keyLine(type), "there is no type of identifier '" + type + "'");
			}
			some |= modeOf(types, type).filter((mode) -> mode == PhiMode.ALLOW).isPresent();
		}
		return some;
	}

	/** {@code DATE: allow} or {@code DATE: {mode: allow, threshold: 0.5}}. */
	private Optional<PhiMode> modeOf(YamlObject types, String type) {
		String word = types.find(type);
		if (!word.isEmpty()) {
			return named(word, types.line(type));
		}
		YamlObject rule = types.object(type);
		if (rule == null) {
			return Optional.empty();
		}
		requireThreshold(rule.allowing(TYPE_KEYS));
		return mode(rule);
	}

	private Optional<PhiMode> mode(YamlObject rule) {
		String word = rule.find("mode");
		return word.isEmpty() ? Optional.empty() : named(word, rule.line("mode"));
	}

	private Optional<PhiMode> named(String word, int line) {
		Optional<PhiMode> mode = PhiMode.of(word);
		if (mode.isEmpty()) {
			this.findings.fault(line, "'" + word + "' must be pseudonymise, redact, shift-dates, block or allow");
		}
		return mode;
	}

	private void requireThreshold(YamlObject rule) {
		BigDecimal threshold = rule.number("threshold");
		if (threshold != null && (threshold.signum() < 0 || threshold.compareTo(MAX_THRESHOLD) > 0)) {
			this.findings.fault(rule.line("threshold"), "'threshold' must be from 0 to 0.9");
		}
	}

}
