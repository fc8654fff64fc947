package io.hilum.phi.scrub.web;

import java.util.EnumMap;
import java.util.Map;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.scrub.ScrubMode;
import io.hilum.phi.scrub.ScrubPolicy;
import io.hilum.phi.scrub.ScrubPolicy.TypeRule;
import io.hilum.phi.scrub.web.ScrubRequestV1.RuleV1;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a request says is to be done with identifiers. What cannot be read is
 * refused, never taken for something milder.
 */
final class PolicyReader {

	private PolicyReader() {
	}

	static ScrubPolicy read(ScrubRequestV1 request, @Nullable ScrubMode usual) {
		ScrubMode mode = (request.mode() == null && usual != null) ? usual : mode(request.mode(), "mode");
		Map<EntityType, TypeRule> types = new EnumMap<>(EntityType.class);
		Map<String, @Nullable RuleV1> sent = request.types();
		if (sent != null) {
			sent.forEach((name, rule) -> types.put(type(name), rule(rule)));
		}
		try {
			return new ScrubPolicy(mode, (request.threshold() != null) ? request.threshold() : 0, types);
		}
		catch (IllegalArgumentException ex) {
			throw invalid("threshold");
		}
	}

	private static EntityType type(String name) {
		return EntityType.named(name)
			.orElseThrow(
					() -> new ScrubProblem.Invalid("invalid_policy", "types names a type that there is not", "types")
						.asException());
	}

	private static TypeRule rule(@Nullable RuleV1 rule) {
		if (rule == null) {
			throw invalid("types");
		}
		try {
			return new TypeRule((rule.mode() != null) ? mode(rule.mode(), "types") : null, rule.threshold());
		}
		catch (IllegalArgumentException ex) {
			throw invalid("types");
		}
	}

	private static ScrubMode mode(@Nullable String name, String param) {
		return ScrubMode.named((name != null) ? name : "").orElseThrow(() -> invalidMode(param));
	}

	private static ScrubProblemException invalidMode(String param) {
		return new ScrubProblem.Invalid("invalid_mode",
				"A mode must be pseudonymise, redact, shift-dates, block or allow", param)
			.asException();
	}

	private static ScrubProblemException invalid(String param) {
		return new ScrubProblem.Invalid("invalid_policy", "A threshold is from 0 to " + ScrubPolicy.MAX_THRESHOLD,
				param)
			.asException();
	}

}
