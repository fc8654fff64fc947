package io.hilum.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.gateway.harness.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who says that something is an identifier, who reads that and who forgets it, is on
 * record in real Kafka, without what was said.
 */
class CorrectionsAuditIT {

	private static final String PATH = "/v1/phi/corrections";

	private static final String BODY = """
			{"corrections":[{"verdict":"identifier","type":"NAME","text":"Zorbl Quux"},
			 {"verdict":"not_identifier","text":"Epic"}]}""";

	private RunningGateway gateway = RunningGateway.shared();

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@ParameterizedTest
	@CsvSource({ "POST,202,2,phi.create", "GET,200,3,phi.read", "DELETE,204,3,phi.delete" })
	void putsOnRecordWhoAndHowManyButNoText(String method, int status, int count, String action) {
		this.gateway.scrubber.follow((request) -> answer(status, Integer.toString(count)));
		HttpResponse<String> answer = call(method);
		assertThat(answer.statusCode()).isEqualTo(status);
		JsonNode event = onRecord(answer);
		assertThat(event.get("action").asString()).isEqualTo(action);
		assertThat(event.get("resource").asString()).isEqualTo("phi/corrections");
		assertThat(event.get("subject").asString()).endsWith("|rhea");
		assertThat(event.get("roles").get(0).asString()).isEqualTo("Admin");
		assertThat(event.get("decision").asString()).isEqualTo("allowed");
		assertThat(event.get("count").asInt()).isEqualTo(count);
		assertThat(event.toString()).doesNotContain("Zorbl", "Quux", "Epic");
	}

	@Test
	void putsARefusalOnRecordWithoutANumber() {
		this.gateway.scrubber.follow((request) -> Reply.json(403,
				"{\"error\":{\"message\":\"Your role may not do this\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"role_not_allowed\"}}"));
		JsonNode event = onRecord(call("GET"));
		assertThat(event.get("decision").asString()).isEqualTo("refused");
		assertThat(event.get("status").asInt()).isEqualTo(403);
		assertThat(event.has("count")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "-1", "1e9", "99999999999", "Zorbl" })
	void takesNothingButANumberForOne(String count) {
		this.gateway.scrubber.follow((request) -> answer(200, count));
		assertThat(onRecord(call("GET")).has("count")).isFalse();
	}

	private HttpResponse<String> call(String method) {
		HttpRequest.BodyPublisher body = method.equals("POST") ? HttpRequest.BodyPublishers.ofString(BODY)
				: HttpRequest.BodyPublishers.noBody();
		return this.gateway.send(this.gateway.get(this.gateway.issuer.token("rhea", "Admin"), PATH)
			.header("content-type", "application/json")
			.method(method, body)
			.build());
	}

	private JsonNode onRecord(HttpResponse<String> answer) {
		List<JsonNode> events = this.gateway.topics.audit(answer.headers().firstValue("x-request-id").orElseThrow());
		assertThat(events).hasSize(1);
		assertThat(Topics.errors(events.getFirst())).isEmpty();
		return events.getFirst();
	}

	private static Reply answer(int status, String count) {
		return new Reply(status, Map.of("content-type", "application/json", "Hilum-Count", count),
				(status == 204) ? Flux.empty() : Flux.just("{\"corrections\":[{\"text\":\"Zorbl Quux\"}]}"));
	}

}
