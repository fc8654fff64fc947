package io.hilum.gateway;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.hilum.gateway.harness.Answers;
import io.hilum.gateway.harness.Questions;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.gateway.harness.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever goes wrong with phi-scrubber-service, in whichever API a client asks: the
 * client learns it in the form of its API, nothing goes to a model, and the refusal is on
 * record.
 */
class FailClosedIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private RunningGateway gateway = RunningGateway.shared();

	private String clinician = this.gateway.issuer.token("amelia", "Clinician");

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@ParameterizedTest
	@EnumSource
	void sendsNothingOnInAnyApi(Fault fault) {
		this.gateway.scrubber.follow(fault.script);
		Map<String, HttpResponse<String>> answers = askInEveryApi();
		answers.forEach(FailClosedIT::assertTold);
		assertThat(this.gateway.routing.received()).isEmpty();
		List<String> ids = answers.values().stream().map(Answers::requestId).toList();
		Map<String, List<JsonNode>> events = this.gateway.topics.audit(ids);
		assertThat(ids).allSatisfy((id) -> assertRefused(events.getOrDefault(id, List.of())));
	}

	private Map<String, HttpResponse<String>> askInEveryApi() {
		Map<String, CompletableFuture<HttpResponse<String>>> asked = new LinkedHashMap<>();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Map.Entry<String, String> request : Questions.MEMBERS.entrySet()) {
				for (boolean stream : new boolean[] { false, true }) {
					String body = "{\"model\":\"sandbox\",\"stream\":" + stream + "," + request.getValue() + "}";
					asked.put(request.getKey() + (stream ? " streamed" : ""),
							CompletableFuture.supplyAsync(
									() -> this.gateway.send(this.gateway.post(request.getKey(), this.clinician, body)
										.timeout(Duration.ofSeconds(60))
										.build()),
									clients));
				}
			}
		}
		Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
		asked.forEach((name, answer) -> answers.put(name, answer.join()));
		return answers;
	}

	private static void assertTold(String name, HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(503);
		assertThat(answer.headers().firstValue("content-type")).as(name).contains("application/json");
		assertThat(answer.headers().map()).as(name).containsKeys("retry-after", "x-request-id");
		assertThat(answer.body()).as(name).doesNotContain("Irma", "964741");
		JsonNode body = JSON.readTree(answer.body());
		JsonNode error = body.get("error");
		assertThat(error.get("message").asString()).as(name).contains("nothing is sent on");
		if (name.startsWith("/v1/messages")) {
			assertThat(body.get("type").asString()).as(name).isEqualTo("error");
			assertThat(error.get("type").asString()).as(name).isEqualTo("overloaded_error");
			return;
		}
		assertThat(error.propertyNames()).as(name).containsExactlyInAnyOrder("message", "type", "param", "code");
		assertThat(error.get("code").asString()).as(name).isEqualTo("phi_scrubber_unavailable");
	}

	private static void assertRefused(List<JsonNode> events) {
		assertThat(events).hasSize(1);
		JsonNode event = events.getFirst();
		assertThat(event.get("decision").asString()).isEqualTo("refused");
		assertThat(event.get("reason").asString()).isEqualTo("phi_scrubber_unavailable");
		assertThat(event.get("status").asInt()).isEqualTo(503);
		assertThat(event.get("subject").asString()).endsWith("|amelia");
		assertThat(event.at("/phi/state").asString()).isEqualTo("NONE");
		assertThat(event.toString()).doesNotContain("Irma", "964741");
		assertThat(Topics.errors(event)).isEmpty();
	}

	/**
	 * What can go wrong.
	 */
	enum Fault {

		SILENT((request) -> json(Flux.never())),

		SLOWER_THAN_ITS_DEADLINE((request) -> json(Flux.just("{\"policyVersion\":\"1\"")
			.concatWith(Flux.interval(Duration.ofMillis(100)).map((tick) -> " ")))),

		RESET((request) -> Reply.reset()),

		CUT_OFF((request) -> json(
				Flux.just("{\"policyVersion\":\"1\",\"texts\":[").concatWith(Flux.error(new IOException("cut off"))))),

		FAILED((request) -> Reply.json(500, "{\"error\":{\"message\":\"m\",\"code\":\"internal_error\"}}")),

		OVERLOADED((request) -> Reply.json(503, "{\"error\":{\"message\":\"m\",\"code\":\"scrubber_overloaded\"}}")),

		NOT_BELIEVED((request) -> Reply.json(401, "{\"error\":{\"message\":\"m\",\"code\":\"invalid_context\"}}")),

		REDIRECTED((request) -> new Reply(307, Map.of("location", "/v1/elsewhere"), Flux.empty())),

		EMPTY((request) -> json(Flux.empty())),

		NO_JSON((request) -> json(Flux.just("<html>Irma Peter, 964741</html>"))),

		NULL((request) -> json(Flux.just("null"))),

		FEWER_TEXTS((request) -> texts(request, -1, "\"x\"")),

		MORE_TEXTS((request) -> texts(request, 1, "\"x\"")),

		TEXTS_THAT_ARE_NONE((request) -> texts(request, 0, "null")),

		TEXTS_THAT_ARE_NUMBERS((request) -> texts(request, 0, "1")),

		PSEUDONYMS_OF_NOTHING((request) -> pseudonyms(request, "{\"[NAME_7KQ2]\":null}")),

		PSEUDONYMS_OF_NO_TEXT((request) -> pseudonyms(request, "{\"[NAME_7KQ2]\":{\"start\":0,\"end\":4096}}")),

		PSEUDONYMS_THAT_CANNOT_BE_TOLD_APART(
				(request) -> pseudonyms(request, "{\"[NAME_7KQ2]\":\"Irma Peter\",\"[name_7kq2]\":\"Bo\"}")),

		PSEUDONYMS_WITHOUT_A_NAME((request) -> pseudonyms(request, "{\"\":\"Irma Peter\"}")),

		TOO_LARGE((request) -> json(Flux.just("[\"" + "x".repeat(1 << 20)).repeat(9)));

		private final Function<Received, Reply> script;

		Fault(Function<Received, Reply> script) {
			this.script = script;
		}

		private static Reply json(Flux<String> body) {
			return new Reply(200, Map.of("content-type", "application/json"), body);
		}

		private static Reply texts(Received request, int more, String text) {
			int asked = JSON.readTree(request.body()).get("texts").size();
			List<String> texts = new ArrayList<>();
			for (int i = 0; i < asked + more; i++) {
				texts.add(text);
			}
			return json(Flux.just("{\"policyVersion\":\"1\",\"texts\":[" + String.join(",", texts)
					+ "],\"pseudonyms\":{},\"counts\":{}}"));
		}

		private static Reply pseudonyms(Received request, String pseudonyms) {
			return json(
					Flux.just("{\"policyVersion\":\"1\",\"texts\":"
							+ JSON.readTree(request.body())
								.get("texts")
								.toString()
								.replace("Irma Peter", "[NAME_7KQ2]")
								.replace("964741", "[MRN_M4TX]")
							+ ",\"pseudonyms\":" + pseudonyms + ",\"counts\":{}}"));
		}

	}

}
