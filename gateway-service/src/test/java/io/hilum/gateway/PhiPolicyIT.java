package io.hilum.gateway;

import java.net.http.HttpResponse;
import java.util.List;

import io.hilum.gateway.harness.Questions;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalogue says of identifiers by role, model and collection is what
 * phi-scrubber-service is told, what leaves, and what the client learns, in every API.
 */
class PhiPolicyIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private RunningGateway gateway = RunningGateway.shared();

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/chat/completions", "/v1/embeddings", "/v1/completions", "/v1/responses",
			"/v1/messages", "/v1/messages/count_tokens" })
	void appliesTheRuleOfRoleAndModel(String path) {
		assertThat(ask(path, "Trialist", "other", "").statusCode()).isEqualTo(200);
		JsonNode told = told();
		assertThat(told.get("mode").asString()).isEqualTo("pseudonymise");
		assertThat(told.get("threshold").asDouble()).isEqualTo(0.5);
		assertThat(told.get("types")).isEqualTo(JSON.readTree(
				"""
						{"DATE":{"mode":"shift-dates"},"LOCATION":{"mode":"redact","threshold":0.7},"URL":{"mode":"allow"}}"""));
	}

	@ParameterizedTest
	@CsvSource({ "Trialist,sandbox,pseudonymise", "Clinician,other,pseudonymise" })
	void leavesOtherRolesAndModelsAlone(String role, String model, String mode) {
		assertThat(ask("/v1/chat/completions", role, model, "").statusCode()).isEqualTo(200);
		JsonNode told = told();
		assertThat(told.get("mode").asString()).isEqualTo(mode);
		assertThat(told.has("threshold")).isFalse();
		assertThat(told.has("types")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/v1/chat/completions,trials,redact", "/v1/chat/completions,guidelines,pseudonymise",
			"/v1/responses,trials,redact", "/v1/messages,trials,redact", "/v1/messages,guidelines,pseudonymise" })
	void appliesTheRuleOfACollection(String path, String collection, String mode) {
		ask(path, "Clinician", "sandbox", ",\"hilum\":{\"collections\":[\"" + collection + "\"]}");
		assertThat(told().get("mode").asString()).isEqualTo(mode);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/chat/completions", "/v1/embeddings", "/v1/completions", "/v1/responses",
			"/v1/messages", "/v1/messages/count_tokens" })
	void passesOnWhomTheClientKnowsToTheScrubberAlone(String path) {
		String known = "{\"type\":\"NAME\",\"value\":\"Quorl Zorbl\"}";
		assertThat(ask(path, "Clinician", "sandbox", ",\"hilum\":{\"identities\":[" + known + "]}").statusCode())
			.isEqualTo(200);
		assertThat(told().get("identities").get(0)).isEqualTo(JSON.readTree(known));
		assertThat(this.gateway.routing.received().getFirst().body()).doesNotContain("Quorl", "identities");
	}

	@Test
	void sendsWhatKeptIdentifiersAsRaw() {
		this.gateway.scrubber.follow((request) -> Reply.json(200,
				"{\"policyVersion\":\"1\",\"texts\":[\"see https://x.example\"],\"pseudonyms\":{},\"counts\":{},\"kept\":{\"URL\":1}}"));
		HttpResponse<String> answer = ask("/v1/chat/completions", "Trialist", "other", "");
		assertThat(answer.headers().firstValue("hilum-phi")).contains("raw");
		Received routed = this.gateway.routing.received().getFirst();
		assertThat(this.gateway.contextFor("routing-service", routed).phi()).isEqualTo(PhiState.RAW);
		assertThat(routed.headers()).doesNotContainKey("hilum-text");
		assertThat(onRecord(answer).at("/phi/state").asString()).isEqualTo("RAW");
	}

	@Test
	void refusesInEveryApiWhatARoleMustNotSend() {
		for (String path : Questions.MEMBERS.keySet()) {
			for (String stream : List.of("", ",\"stream\":true")) {
				HttpResponse<String> answer = ask(path, "Developer", "sandbox", stream);
				assertThat(answer.statusCode()).as(path).isEqualTo(400);
				JsonNode body = JSON.readTree(answer.body());
				JsonNode error = body.get("error");
				assertThat(error.get("type").asString()).as(path).isEqualTo("invalid_request_error");
				assertThat(error.get("message").asString()).as(path).contains("blocked: 1 NAME").doesNotContain("Irma");
				assertThat(path.startsWith("/v1/messages") ? body.get("type").asString() : error.get("code").asString())
					.as(path)
					.isEqualTo(path.startsWith("/v1/messages") ? "error" : "phi_blocked");
			}
		}
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void putsOnRecordWhatItBlocked() {
		JsonNode event = onRecord(ask("/v1/messages", "Developer", "sandbox", ""));
		assertThat(event.get("decision").asString()).isEqualTo("refused");
		assertThat(event.get("reason").asString()).isEqualTo("phi_blocked");
		assertThat(event.at("/phi/mode").asString()).isEqualTo("block");
		assertThat(event.at("/phi/counts/NAME").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/chat/completions", "/v1/embeddings", "/v1/completions", "/v1/responses",
			"/v1/messages", "/v1/messages/count_tokens" })
	void leavesTextAsItIsWhereTheRoleAllowsIt(String path) {
		HttpResponse<String> answer = ask(path, "Admin", "sandbox", "");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		Received routed = this.gateway.routing.received().getFirst();
		assertThat(routed.body()).contains(Questions.TEXT);
		ServiceContext context = this.gateway.contextFor("routing-service", routed);
		assertThat(context.phi()).isEqualTo(PhiState.RAW);
		assertThat(context.roles()).containsExactly("Admin");
	}

	private HttpResponse<String> ask(String path, String role, String model, String more) {
		String body = "{\"model\":\"" + model + "\"," + Questions.MEMBERS.get(path) + more + "}";
		return this.gateway.send(this.gateway.post(path, this.gateway.issuer.token("tess", role), body).build());
	}

	private JsonNode told() {
		return JSON.readTree(this.gateway.scrubber.received().getFirst().body());
	}

	private JsonNode onRecord(HttpResponse<String> answer) {
		List<JsonNode> events = this.gateway.topics.audit(answer.headers().firstValue("x-request-id").orElseThrow());
		assertThat(events).hasSize(1);
		return events.getFirst();
	}

}
