package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.hilum.architecture.contract.ClosedDoors;
import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.CLIENT;
import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.SIGNER;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.get;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.root;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static io.hilum.routing.completion.UsageTopic.usages;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered to whom, and what reaches the provider.
 */
class AnswerIT {

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@Test
	void refusesWhoHasNoContext() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(root().resolve("/v1/chat/completions"))
			.POST(HttpRequest.BodyPublishers.ofString(chat("sandbox", "")))
			.build();
		assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
	}

	@Test
	void opensNoDoorToACallWithoutAContext() {
		ClosedDoors doors = new ClosedDoors(root(), OpenApi.of("routing-v1"));
		assertThat(doors.openedByNobody()).isEmpty();
		assertThat(doors.openedByForgeriesOf(ServiceContext.HEADER, SIGNER.sign(caller("Research"), "routing-service")))
			.isEmpty();
	}

	@Test
	void listsModelsOfTheRole() {
		JsonNode all = JSON.readTree(send(request("/v1/models", caller("Clinician")).GET()).body());
		assertThat(all.path("data").size()).isGreaterThan(20);
		JsonNode few = JSON.readTree(send(request("/v1/models", caller("Billing")).GET()).body());
		assertThat(few.path("data")).hasSize(1);
		assertThat(few.path("data").get(0).path("id").asString()).isEqualTo("sandbox");
	}

	@Test
	void sandboxRepeatsWhatItSaw() {
		HttpResponse<String> answer = post(chat("sandbox", ""), caller("Billing"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("The sandbox saw this text: hello there");
		assertThat(answer.headers().firstValue("hilum-cost-usd")).contains("0");
		assertThat(answer.headers().firstValue("hilum-provider")).contains("sandbox");
	}

	@Test
	void sendsUnknownFieldsByteForByteAndKeepsTheAnswer() {
		String body = """
				{ "model" : "priced", "vendor_x":{"a":[1,2.50,"\\u00e9"]} ,"messages":[{"role":"user","content":"hi"}],\
				"hilum":{"collections":["c"]}}""";
		HttpResponse<String> answer = post(body, caller("Clinician"));
		assertThat(answer.body()).contains("\"vendor\":{\"keep\":1}");
		assertThat(upstream().calls().getLast().body()).isEqualTo("""
				{ "model" : "ok", "vendor_x":{"a":[1,2.50,"\\u00e9"]} ,"messages":[{"role":"user","content":"hi"}]}""");
		assertThat(upstream().calls().getLast().login()).isEqualTo("Bearer sk-test");
		assertThat(answer.headers().firstValue("hilum-model")).contains("fake-1");
		assertThat(answer.headers().firstValue("hilum-agreement")).contains("baa");
		assertThat(answer.headers().firstValue("hilum-cost-usd")).contains("0.010007");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void showsUsageOnlyToWhoAsked(boolean asked) {
		String options = asked ? ",\"stream_options\":{\"include_usage\":true}" : "";
		HttpResponse<String> answer = post(chat("priced", ",\"stream\":true" + options), caller("Clinician"));
		assertThat(answer.body()).contains("w0 ", "w9 ").endsWith("data: [DONE]\n\n");
		assertThat(answer.body().contains("prompt_tokens")).isEqualTo(asked);
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("tokens").path("output").asInt()).isEqualTo(10);
		assertThat(usage.path("costNanoUsd").asLong()).isEqualTo(10_007_000);
		assertThat(usage.path("source").asString()).isEqualTo("provider");
		assertThat(usage.path("hold").path("nanoUsd").asLong()).isGreaterThan(10_000_000);
	}

	@Test
	void rawTextGoesOnlyWhereAgreementAndPolicyAllow() {
		ServiceContext raw = context("Research", "t", PhiState.RAW);
		assertThat(post(chat("uncovered", ""), raw).statusCode()).isEqualTo(403);
		assertThat(post(chat("sandbox", ""), raw).statusCode()).isEqualTo(403);
		assertThat(upstream().calls()).isEmpty();
		HttpResponse<String> answer = post(chat("mixed", ""), raw);
		assertThat(answer.headers().firstValue("hilum-provider")).contains("fake");
		assertThat(usageOf(answer).path("decision").path("excluded").get(0).path("reason").asString())
			.isEqualTo("no valid agreement");
		assertThat(post(chat("mixed", ""), context("Clinician", "t", PhiState.RAW)).body()).contains("no_agreement");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"model\":\"sandbox\",\"model\":\"x\"}|400", "{|400", "[]|400",
			"{\"messages\":[]}|400", "{\"model\":\"nope\"}|404" })
	void refusesWhatIsNoRequest(String body, int status) {
		assertThat(post(body, caller("Clinician")).statusCode()).isEqualTo(status);
	}

	@Test
	void refusesModelsOfOtherRoles() {
		assertThat(post(chat("priced", ""), caller("Billing")).statusCode()).isEqualTo(403);
		assertThat(post(chat("sandbox", ""), caller("Nobody")).statusCode()).isEqualTo(403);
	}

	@Test
	void keepsTextOutOfEventsAndMeters() {
		String canary = "Zebulon-Quackenbush-7719";
		String body = "{\"model\":\"priced\",\"user\":\"" + canary + "\",\"messages\":[{\"content\":\"" + canary
				+ "\"}]}";
		usageOf(post(body, caller("Clinician")));
		post(body.replace("priced", "only-500"), caller("Clinician"));
		post(body.replace("\"messages\"", "\"user\""), caller("Clinician"));
		assertThat(usages().toString()).doesNotContain(canary);
		assertThat(get("/actuator/prometheus").body()).doesNotContain(canary)
			.contains("gen_ai_client_operation_duration_seconds", "gen_ai_server_request_duration_seconds",
					"gen_ai_client_token_usage", "gen_ai_server_time_to_first_token_seconds", "hilum_journal_entries");
	}

}
