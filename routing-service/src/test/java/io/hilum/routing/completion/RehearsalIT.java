package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usages;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a request before it is made is what becomes of it, and saying it does
 * nothing.
 */
class RehearsalIT {

	private static final String PATH = "/v1/catalogue/simulate";

	private final OpenApi contract = OpenApi.of("routing-v1");

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "sandbox, Clinician, DEIDENTIFIED, treatment, 10.1.2.3",
			"mixed, Clinician, DEIDENTIFIED, treatment, -", "mixed, Research, RAW, treatment, -",
			"mixed, Research, RAW, curiosity, -", "uncovered, Research, RAW, treatment, -",
			"mixed, Clinician, RAW, treatment, -", "mixed, Clinician, DEIDENTIFIED, curiosity, -",
			"mixed, Clinician, DEIDENTIFIED, treatment, 192.0.2.1", "mixed, Billing, DEIDENTIFIED, treatment, -",
			"nobody, Clinician, DEIDENTIFIED, treatment, -", "vaulted, Clinician, DEIDENTIFIED, treatment, -",
			"priced, Clinician, DEIDENTIFIED, treatment, -", "priced, Nobody, DEIDENTIFIED, treatment, -",
			"limited-too, Clinician, DEIDENTIFIED, treatment, -" })
	void foretellsWhatBecomesOfARequest(String model, String role, PhiState phi, String purpose, String network) {
		ServiceContext asker = new ServiceContext("req-1", "https://idp|amelia", List.of(role), "cardiology", null,
				null, purpose, phi, "p1", "c1")
			.withNetwork(network);
		JsonNode foretold = foretold(supposed(model, asker));
		assertThat(upstream().calls()).isEmpty();
		HttpResponse<String> real = post(chat(model, ""), asker);
		assertThat(foretold.path("admitted").asBoolean()).as(foretold.toPrettyString())
			.isEqualTo(real.statusCode() == 200);
		if (real.statusCode() == 200) {
			assertThat(foretold.at("/candidates/0/deployment").asString())
				.isEqualTo(real.headers().firstValue("hilum-deployment").orElseThrow());
		}
		else {
			JsonNode error = JSON.readTree(real.body()).path("error");
			assertThat(foretold.at("/refusal/code")).isEqualTo(error.path("code"));
			assertThat(foretold.at("/refusal/message")).isEqualTo(error.path("message"));
			assertThat(foretold.at("/refusal/status").asInt()).isEqualTo(real.statusCode());
		}
	}

	@Test
	void namesThePoliciesThatDecidedAndWhatIsLeftOutWhereNothingIsTried() {
		JsonNode denied = foretold(supposed("mixed", caller("Clinician").withNetwork("192.0.2.1")));
		assertThat(denied.path("policies")).hasSize(1);
		assertThat(denied.at("/policies/0/id").asString()).isEqualTo("at-home");
		assertThat(denied.at("/policies/0/deployments")).hasSize(2);
		assertThat(denied.path("excluded")).hasSize(2)
			.allSatisfy((one) -> assertThat(one.path("reason").asString()).isEqualTo("policy at-home"));
		JsonNode raw = foretold(supposed("mixed", context("Research", "cardiology", PhiState.RAW)));
		assertThat(raw.at("/candidates/0/agreement").asString()).isEqualTo("baa");
		assertThat(raw.at("/candidates/0/region").asString()).isEqualTo("here");
		assertThat(raw.at("/excluded/0/deployment").asString()).isEqualTo("other/ok");
	}

	@Test
	void usesNothingOfALimit() {
		for (int i = 0; i < 5; i++) {
			assertThat(foretold(supposed("limited", caller("Clinician"))).at("/limit/requests_per_minute").asInt())
				.isEqualTo(2);
		}
		await(() -> foretold(supposed("limited", caller("Clinician"))).path("admitted").asBoolean());
		while (post(chat("limited", ""), caller("Clinician")).statusCode() == 200) {
			assertThat(upstream().calls()).hasSizeLessThan(5);
		}
		JsonNode full = foretold(supposed("limited", caller("Clinician")));
		assertThat(full.path("admitted").asBoolean()).isFalse();
		assertThat(full.at("/refusal/code").asString()).isEqualTo("model_rate_limited");
		assertThat(full.at("/refusal/retry_after_ms").asLong()).isPositive();
	}

	@Test
	void holdsNothingAndSaysWhatABudgetLeaves() {
		AccessTopic.budget("team:supposed", 1_000_000_000_000L, "hard");
		ServiceContext asker = context("Clinician", "supposed", PhiState.DEIDENTIFIED);
		await(() -> foretold(supposed("priced", asker)).path("budgets").size() == 2);
		JsonNode covered = foretold(supposed("priced", asker).put("request_bytes", 2000).put("max_tokens", 50));
		assertThat(covered.at("/hold/usd").decimalValue()).isEqualByComparingTo("0.052");
		assertThat(covered.at("/hold/left_usd").decimalValue()).isEqualByComparingTo("999.948");
		assertThat(covered.at("/budgets/1/scope").asString()).isEqualTo("team:supposed");
		assertThat(Counters.of("team:supposed", "held")).isEmpty();
		AccessTopic.budget("team:supposed", 1, "hard");
		await(() -> !foretold(supposed("priced", asker)).path("admitted").asBoolean());
		assertThat(foretold(supposed("priced", asker)).at("/refusal/code").asString()).isEqualTo("budget_exceeded");
		assertThat(post(chat("priced", ""), asker).body()).contains("budget_exceeded");
	}

	@Test
	void nothingIsReportedOfWhatDidNotHappen() {
		ServiceContext asker = context("Clinician", "never-was", PhiState.DEIDENTIFIED);
		foretold(supposed("priced", asker));
		ServiceContext other = context("Clinician", "really-was", PhiState.DEIDENTIFIED);
		post(chat("priced", ""), other);
		await(() -> usages().stream().anyMatch((usage) -> usage.path("team").asString().equals("really-was")));
		assertThat(usages()).noneMatch((usage) -> usage.path("team").asString().equals("never-was"));
	}

	@Test
	void timeIsTheSupposedOne() {
		Instant later = Clock.systemUTC().instant().plusSeconds(86_400L * 365 * 100);
		JsonNode expired = foretold(
				supposed("mixed", context("Research", "cardiology", PhiState.RAW)).put("at", later.toString()));
		assertThat(expired.at("/refusal/code").asString()).isEqualTo("no_agreement");
	}

	@Test
	void aModelTooLongForItsRequestIsRefusedWithoutAPlan() {
		JsonNode tooLong = foretold(supposed("tailored", caller("Clinician")).put("request_bytes", 3000));
		assertThat(tooLong.at("/refusal/status").asInt()).isEqualTo(413);
		assertThat(tooLong.path("candidates")).isEmpty();
	}

	@Test
	void refusesWhatIsNoSupposedRequest() {
		for (String body : List.of("", "{}", "{\"prompt\":\"Amelia\"}")) {
			HttpResponse<String> answer = simulate(body);
			assertThat(answer.statusCode()).isEqualTo(400);
			assertThat(this.contract.errors("POST", PATH, 400, answer.body())).isEmpty();
		}
		assertThat(simulate(" ".repeat(70_000)).statusCode()).isEqualTo(413);
	}

	private JsonNode foretold(ObjectNode supposed) {
		HttpResponse<String> answer = simulate(JSON.writeValueAsString(supposed));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(this.contract.errors("POST", PATH, 200, answer.body())).isEmpty();
		return JSON.readTree(answer.body());
	}

	private static HttpResponse<String> simulate(String body) {
		return send(request(PATH, caller("Admin")).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static ObjectNode supposed(String model, ServiceContext who) {
		ObjectNode supposed = JSON.createObjectNode()
			.put("endpoint", "chat.completions")
			.put("model", model)
			.put("request_bytes", chat(model, "").length());
		supposed.putObject("caller")
			.setAll(JSON.<ObjectNode>valueToTree(Map.of("subject", who.subject(), "roles", who.roles(), "team",
					who.team(), "purpose", who.purpose(), "phi", who.phi().name())));
		if (who.network() != null) {
			supposed.withObject("/caller").put("network", who.network());
		}
		return supposed;
	}

}
