package io.hilum.routing.catalogue.file;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import io.hilum.routing.policy.Condition;
import io.hilum.routing.policy.Effect;
import io.hilum.routing.policy.Policies;
import io.hilum.routing.policy.Policy;
import io.hilum.routing.policy.cel.CelConditions;
import io.hilum.routing.policy.cel.ConditionException;

/**
 * The section {@code policies}, with the {@code time-zone} of its hours.
 */
final class PolicySection {

	private static final Set<String> KEYS = Set.of("id", "effect", "when", "reason");

	private static final int MAX_POLICIES = 200;

	private final CelConditions conditions = new CelConditions();

	private final Findings findings;

	private PolicySection(Findings findings) {
		this.findings = findings;
	}

	static Policies read(YamlObject root, Findings findings) {
		if (!root.keys().contains("policies")) {
			return new Policies(zone(root, findings), List.of());
		}
		return new Policies(zone(root, findings), new PolicySection(findings).policies(root));
	}

	private static ZoneId zone(YamlObject root, Findings findings) {
		String name = root.optional("time-zone");
		try {
			return (name != null) ? ZoneId.of(name) : ZoneOffset.UTC;
		}
		catch (DateTimeException ex) {
			findings.fault(root.line("time-zone"), "'time-zone' must be a name such as America/New_York");
			return ZoneOffset.UTC;
		}
	}

	private List<Policy> policies(YamlObject root) {
		List<Policy> policies = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (YamlObject policy : root.objects("policies")) {
			policy.allowing(KEYS);
			String id = policy.text("id");
			if (!ids.add(id)) {
				this.findings.fault(policy.line("id"), "policy '" + id + "' is there twice");
			}
			String reason = policy.optional("reason");
			condition(policy).ifPresent((condition) -> policies
				.add(new Policy(id, effect(policy), condition, (reason != null) ? reason : id)));
		}
		if (policies.size() > MAX_POLICIES) {
			this.findings.fault(root.line("policies"), "there may be " + MAX_POLICIES + " policies");
		}
		return policies;
	}

	private Effect effect(YamlObject policy) {
		String effect = policy.text("effect");
		if (!effect.equals("allow") && !effect.equals("deny")) {
			this.findings.fault(policy.line("effect"), "'effect' must be allow or deny");
		}
		return effect.equals("allow") ? Effect.ALLOW : Effect.DENY;
	}

	private Optional<Condition> condition(YamlObject policy) {
		try {
			return Optional.of(this.conditions.compile(policy.text("when")));
		}
		catch (ConditionException ex) {
			this.findings.fault(policy.textLine("when") + ex.line() - 1, "'when': " + ex.getMessage());
			return Optional.empty();
		}
	}

}
