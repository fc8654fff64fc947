package io.hilum.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Challenge}.
 */
class ChallengeTests {

	@Test
	void tellsContextsAndAgeAsRfc9470() {
		assertThat(challenge(new GatewayProblem.StepUp("authentication_context_required", "Sign in again",
				List.of("c1", "gold"), Duration.ofMinutes(5), false)))
			.isEqualTo("Bearer error=\"insufficient_user_authentication\", error_description=\"Sign in again\","
					+ " acr_values=\"c1 gold\", max_age=\"300\"");
		assertThat(challenge(new GatewayProblem.StepUp("mfa_required", "Sign in again", List.of(), null, true)))
			.isEqualTo("Bearer error=\"insufficient_user_authentication\", error_description=\"Sign in again\"");
	}

	@Test
	void tellsOneContextAsEntrasClaimsChallenge() {
		String challenge = challenge(
				new GatewayProblem.StepUp("mfa_required", "Sign in again", List.of("c1", "c2"), null, true));
		assertThat(challenge).startsWith("Bearer realm=\"\", error=\"insufficient_claims\", claims=\"");
		String claims = challenge.replaceAll(".*claims=\"([^\"]*)\".*", "$1");
		assertThat(new String(Base64.getDecoder().decode(claims), StandardCharsets.UTF_8)).isIn(
				"{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}",
				"{\"access_token\":{\"acrs\":{\"value\":\"c1\",\"essential\":true}}}");
	}

	private static String challenge(GatewayProblem.StepUp problem) {
		ProblemResponse response = ProblemResponse.of(problem);
		assertThat(response.status()).isEqualTo(401);
		return String.valueOf(response.headers().get("www-authenticate"));
	}

}
