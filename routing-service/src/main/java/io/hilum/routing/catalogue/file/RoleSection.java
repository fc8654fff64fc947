package io.hilum.routing.catalogue.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.PhiMode;
import io.hilum.routing.catalogue.RolePolicy;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * The section {@code roles}. What only the gateway enforces is accepted and not read.
 */
final class RoleSection {

	private static final Set<String> KEYS = Set.of("models", "phi", "networks", "mfa", "administer", "collections",
			"limits", "media", "transform", "provider-state", "authentication", "features", "tools");

	private static final List<String> USUAL = List.of("Clinician", "Billing", "Developer", "Admin");

	private RoleSection() {
	}

	static Map<String, RolePolicy> read(YamlObject root, Findings findings) {
		YamlObject section = root.object("roles");
		if (section == null) {
			findings.fault(1, "'roles' is required: without it nobody may use anything");
			return Map.of();
		}
		Map<String, RolePolicy> roles = new HashMap<>();
		for (String name : section.keys()) {
			YamlObject role = section.object(name);
			if (role != null) {
				roles.put(name, readOne(name, role.allowing(KEYS), findings));
			}
		}
		return roles;
	}

	/**
	 * The roles of a file that does not know of roles.
	 * @return the roles, none of which may send raw text
	 */
	static Map<String, RolePolicy> usual() {
		Map<String, RolePolicy> roles = new HashMap<>();
		USUAL.forEach((role) -> roles.put(role, new RolePolicy(role, Set.of("*"), PhiMode.PSEUDONYMISE)));
		return roles;
	}

	private static RolePolicy readOne(String name, YamlObject role, Findings findings) {
		List<String> models = role.texts("models");
		Optional<PhiMode> phi = PhiMode.of(role.text("phi"));
		if (phi.isEmpty()) {
			findings.fault(role.line("phi"), "'phi' must be pseudonymise, redact, shift-dates, block or allow");
		}
		return new RolePolicy(name, Set.copyOf(models), phi.orElse(PhiMode.BLOCK),
				"allow".equals(role.optional("media")));
	}

}
