package io.hilum.gateway.problem;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a client in {@code WWW-Authenticate} how its user has to sign in: as RFC 9470
 * (section 3) has it, or as Entra ID's clients understand it ("Claims challenges, claims
 * requests and client capabilities"). Pure.
 */
final class Challenge {

	private static final JsonMapper JSON = JsonMapper.shared();

	private Challenge() {
	}

	static String of(GatewayProblem.StepUp problem) {
		return (problem.asClaims() && !problem.contexts().isEmpty()) ? claims(problem) : rfc9470(problem);
	}

	private static String rfc9470(GatewayProblem.StepUp problem) {
		StringBuilder challenge = new StringBuilder("Bearer error=\"insufficient_user_authentication\"")
			.append(", error_description=\"")
			.append(problem.message())
			.append('"');
		if (!problem.contexts().isEmpty()) {
			challenge.append(", acr_values=\"").append(String.join(" ", problem.contexts())).append('"');
		}
		if (problem.maxAge() != null) {
			challenge.append(", max_age=\"").append(problem.maxAge().toSeconds()).append('"');
		}
		return challenge.toString();
	}

	/** An access token can be asked to carry one context, so the first one is. */
	private static String claims(GatewayProblem.StepUp problem) {
		Map<String, Object> wanted = new LinkedHashMap<>();
		wanted.put("acrs", Map.of("essential", true, "value", problem.contexts().getFirst()));
		byte[] claims = JSON.writeValueAsBytes(Map.of("access_token", wanted));
		return "Bearer realm=\"\", error=\"insufficient_claims\", claims=\""
				+ Base64.getEncoder().encodeToString(claims) + "\", cc_type=\"authcontext\"";
	}

}
