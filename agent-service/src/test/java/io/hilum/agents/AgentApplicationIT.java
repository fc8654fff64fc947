package io.hilum.agents;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;

import io.hilum.agents.harness.RunningAgents;
import io.hilum.agents.harness.ScriptedGateway;
import io.hilum.agents.harness.ScriptedGateway.Reply;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service, with a scripted gateway in front of it and behind it.
 */
class AgentApplicationIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String QUESTION = "{\"model\":\"agent/coding\",\"stream\":%s,\"stream_options\":{\"include_usage\":true},"
			+ "\"messages\":[{\"role\":\"user\",\"content\":\"Irma Peter has type 2 diabetes.\"}]}";

	private static final String SUBMISSION = "{\"codes\":[{\"code\":\"E11.9\",\"sentence\":\"Irma Peter has type 2 diabetes.\"}],\"not_found\":[]}";

	private static ScriptedGateway gateway = new ScriptedGateway();

	private static RunningAgents agents;

	@BeforeAll
	static void start() {
		agents = RunningAgents.start(gateway, Map.of());
	}

	@AfterAll
	static void stop() {
		// The event loops of both end with the context.
		gateway.close();
		agents.close();
	}

	@Test
	void answersWithStepsAndARecord() {
		gateway.follow((step) -> Mono.just((gateway.steps().size() == 1)
				? ScriptedGateway.calling("lookup_icd10cm", "{\"query\":\"type 2 diabetes\"}")
				: ScriptedGateway.calling("submit_codes", SUBMISSION)));
		HttpResponse<String> answer = agents.send(request(QUESTION.formatted("false")));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("hilum-cost-usd")).contains("0.003");
		JsonNode body = JSON.readTree(answer.body());
		assertThat(body.at("/choices/0/message/content").asString()).contains("**E11.9**");
		assertThat(body.at("/hilum/run/steps")).hasSize(3);
		assertThat(body.at("/usage/total_tokens").asInt()).isEqualTo(30);
		ScriptedGateway.Step second = gateway.steps().getLast();
		assertThat(second.path()).isEqualTo("/v1/chat/completions");
		assertThat(second.authorization()).isEqualTo("Hilum-Run sealed");
		ServiceContext signed = new ContextVerifier("gateway-service",
				Map.of("agent-service",
						ContextKey.parse(ContextKey.derive(RunningAgents.KEY, "agent-service", "gateway-service"))),
				Clock.systemUTC())
			.verify(second.context());
		assertThat(signed.requestId()).isEqualTo("req_7");
		assertThat(JSON.readTree(second.body()).get("model").asString()).isEqualTo("sandbox");
		assertThat(JSON.readTree(second.body()).at("/messages/3/role").asString()).isEqualTo("tool");
	}

	@Test
	void streamsStepsBeforeTheAnswer() {
		gateway.follow((step) -> Mono.just((gateway.steps().size() == 1)
				? ScriptedGateway.calling("lookup_icd10cm", "{\"query\":\"type 2 diabetes\"}")
				: ScriptedGateway.calling("submit_codes", SUBMISSION)));
		HttpResponse<String> answer = agents.send(request(QUESTION.formatted("true")));
		assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
		StringBuilder text = new StringBuilder();
		int steps = 0;
		for (String line : answer.body().lines().filter((one) -> one.startsWith("data: {")).toList()) {
			JsonNode chunk = JSON.readTree(line.substring(6));
			steps += chunk.at("/hilum/step").isObject() ? 1 : 0;
			assertThat(chunk.at("/choices/0/delta/content").asString("").isEmpty() || steps == 3).isTrue();
			text.append(chunk.at("/choices/0/delta/content").asString(""));
		}
		assertThat(steps).isEqualTo(3);
		assertThat(text).contains("**E11.9** Type 2 diabetes", "> Irma Peter has type 2 diabetes.");
		assertThat(answer.body()).endsWith("data: [DONE]\n\n").contains("\"total_tokens\":30");
	}

	@Test
	void tellsARefusalOfTheFirstStepAsItIs() {
		gateway.follow((step) -> Mono.just(new Reply(429,
				"{\"error\":{\"message\":\"No budget\",\"type\":\"insufficient_quota\",\"param\":null,\"code\":\"budget_exceeded\"}}")));
		for (String stream : new String[] { "true", "false" }) {
			HttpResponse<String> answer = agents.send(request(QUESTION.formatted(stream)));
			assertThat(answer.statusCode()).isEqualTo(429);
			assertThat(answer.headers().firstValue("hilum-problem")).contains("budget_exceeded");
			assertThat(JSON.readTree(answer.body()).at("/error/type").asString()).isEqualTo("insufficient_quota");
		}
	}

	@Test
	void endsAStreamThatBreaksWithAnErrorAndNoEndMark() {
		gateway.follow((step) -> Mono.just((gateway.steps().size() == 1)
				? ScriptedGateway.calling("lookup_icd10cm", "{\"query\":\"type 2 diabetes\"}")
				: new Reply(200, "no json")));
		HttpResponse<String> answer = agents.send(request(QUESTION.formatted("true")));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("\"code\":\"agents_unavailable\"").doesNotContain("[DONE]");
	}

	@Test
	void givesUpItsStepWhenItsClientLeaves() throws IOException {
		gateway.follow((step) -> (gateway.steps().size() == 1)
				? Mono.just(ScriptedGateway.calling("lookup_icd10cm", "{\"query\":\"type 2 diabetes\"}"))
				: Mono.never());
		HttpResponse<InputStream> answer = agents.send(request(QUESTION.formatted("true")),
				HttpResponse.BodyHandlers.ofInputStream());
		assertThat(answer.body().read()).isEqualTo('d');
		RunningAgents.await(() -> gateway.steps().size() == 2);
		answer.body().close();
		RunningAgents.await(() -> gateway.cancelled() == 1);
	}

	@Test
	void letsNobodyInWithoutAContext() {
		HttpRequest stranger = HttpRequest.newBuilder(agents.uri("/v1/chat/completions"))
			.POST(HttpRequest.BodyPublishers.ofString(QUESTION.formatted("false")))
			.build();
		assertThat(agents.send(stranger).statusCode()).isEqualTo(401);
		HttpRequest ready = HttpRequest.newBuilder(agents.uri("/actuator/health/readiness")).build();
		assertThat(agents.send(ready).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesWhatNoAgentDoes() {
		for (String body : new String[] { "", "{}", "[]", "{\"messages\":[]}",
				"{\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]}",
				"{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"tools\":[{}]}",
				"{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}" }) {
			HttpResponse<String> answer = agents.send(request(body));
			assertThat(answer.statusCode()).as(body).isEqualTo(400);
			assertThat(JSON.readTree(answer.body()).at("/error/code").asString()).isEqualTo("invalid_request");
		}
	}

	private static HttpRequest request(String body) {
		return agents.run("agent/coding", RunningAgents.person("req_7", "iss|bo", "Billing"), body);
	}

}
