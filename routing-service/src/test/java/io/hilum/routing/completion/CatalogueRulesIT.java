package io.hilum.routing.completion;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.upstream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies and transformations of the catalogue, as a caller meets them.
 */
class CatalogueRulesIT {

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@Test
	void policyKeepsAPurposeFromEveryProvider() {
		HttpResponse<String> answer = post(chat("mixed", ""), context("curiosity"));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("policy_denied", "not for curiosity");
		assertThat(upstream().calls()).isEmpty();
		assertThat(post(chat("mixed", ""), context("treatment")).statusCode()).isEqualTo(200);
	}

	@Test
	void policyKnowsTheNetworkOfTheSignedContext() {
		assertThat(post(chat("mixed", ""), caller("Clinician").withNetwork("192.0.2.1")).body())
			.contains("policy_denied", "use the VPN");
		assertThat(post(chat("mixed", ""), caller("Clinician").withNetwork("10.1.2.3")).statusCode()).isEqualTo(200);
	}

	@Test
	void aModelThatAsksForAStrongerSignInIsNotReachedAsAFallbackWithoutIt() {
		Instant now = Clock.systemUTC().instant();
		ServiceContext weak = caller("Clinician").withSignIn(new SignIn(true, List.of("c2"), now));
		for (ServiceContext caller : List.of(caller("Clinician"), weak,
				weak.withSignIn(new SignIn(true, List.of("c1"), now.minusSeconds(1000))))) {
			assertThat(post(chat("before-vaulted", ""), caller).statusCode()).isIn(502, 503);
			assertThat(post(chat("vaulted", ""), caller).body()).contains("authentication_context_required");
			assertThat(post(chat("safe", ""), caller).statusCode()).isEqualTo(403);
		}
		assertThat(upstream().calls()).isEmpty();
		ServiceContext sure = weak.withSignIn(new SignIn(true, List.of("c1", "c2"), now));
		for (String model : List.of("before-vaulted", "vaulted", "safe")) {
			assertThat(post(chat(model, ""), sure).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void aModelThatAKeyIsNotForIsNotReachedAsAFallback() {
		ServiceContext sure = caller("Clinician")
			.withSignIn(new SignIn(true, List.of("c1"), Clock.systemUTC().instant()));
		ServiceContext narrow = sure.withModels(new ModelScope(List.of("before-*")));
		assertThat(post(chat("before-vaulted", ""), narrow).statusCode()).isIn(502, 503);
		assertThat(post(chat("vaulted", ""), narrow).body()).contains("model_not_allowed");
		assertThat(upstream().calls()).isEmpty();
		ServiceContext wide = sure.withModels(new ModelScope(List.of("before-vaulted", "vaulted")));
		assertThat(post(chat("before-vaulted", ""), wide).statusCode()).isEqualTo(200);
		assertThat(post(chat("safe", ""), wide).statusCode()).as("an alias is a name of its own").isEqualTo(403);
	}

	@Test
	void requestAndAnswerAreTransformed() {
		HttpResponse<String> answer = post(
				chat("tailored", ",\"max_tokens\":900,\"logit_bias\":{\"1\":2},\"user\":\"amelia\""),
				caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("vendor");
		assertThat(upstream().calls().getLast().body())
			.contains("\"messages\":[{\"role\":\"system\",\"content\":\"Be kind\"},{\"role\":\"user\"",
					"\"temperature\":0.2", "\"max_tokens\":50", "\"user\":\"hilum-")
			.doesNotContain("logit_bias", "amelia", "900");
	}

	@Test
	void requestThatIsTooLongForItsModelIsRefused() {
		HttpResponse<String> answer = post(chat("tailored", ",\"x\":\"" + "a".repeat(3000) + "\""),
				caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(upstream().calls()).isEmpty();
	}

	private static ServiceContext context(String purpose) {
		return new ServiceContext("req-1", "https://idp|amelia", List.of("Clinician"), "cardiology", null, null,
				purpose, PhiState.DEIDENTIFIED, "p1", "c1");
	}

}
