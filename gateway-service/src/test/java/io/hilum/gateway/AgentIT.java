package io.hilum.gateway;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.hilum.gateway.harness.AgentStep;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.gateway.harness.Scripts;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.hilum.gateway.harness.Answers.code;
import static io.hilum.gateway.harness.Answers.requestId;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Agents through the whole gateway: the way in, the steps that come back, and everybody
 * else who tries that door.
 */
class AgentIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String QUESTION = "{\"model\":\"agent/coding\",\"hilum\":{\"conversation\":\"c1\"},"
			+ "\"messages\":[{\"role\":\"user\",\"content\":\"Irma Peter, MRN 964741?\"}]}";

	private static final String STEP = "{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"Irma Peter has a cough\"}]}";

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private RunningGateway gateway = RunningGateway.shared();

	private final String clinician = this.gateway.issuer.token("amelia", "Clinician", "offline_access");

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@Test
	void listsAgentsForTheRolesThatMayUseThem() {
		assertThat(models(this.clinician)).contains("agent/coding", "agent/clinical", "sandbox");
		assertThat(models(this.gateway.issuer.token("bo", "Billing"))).contains("agent/coding")
			.doesNotContain("agent/clinical");
		assertThat(models(this.gateway.issuer.token("root", "Admin"))).contains("sandbox")
			.doesNotContain("agent/coding", "agent/clinical");
		assertThat(
				this.gateway.send(this.gateway.get(this.clinician, "/v1/models/agent%2Fcoding").build()).statusCode())
			.isEqualTo(200);
		HttpResponse<String> refused = ask(this.gateway.issuer.token("root", "Admin"));
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(code(refused)).isEqualTo("model_not_allowed");
		assertThat(this.gateway.agent.received()).isEmpty();
	}

	@Test
	void givesAnAgentTheRequestAsItIsAndNobodyElse() {
		this.gateway.agent.follow((run) -> answer("The answer about Irma Peter"));
		HttpResponse<String> answer = ask(this.clinician);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(JSON.readTree(answer.body()).at("/choices/0/message/content").asString())
			.isEqualTo("The answer about Irma Peter");
		Received run = this.gateway.agent.received().getFirst();
		assertThat(run.body()).isEqualTo(QUESTION);
		assertThat(run.headers()).containsEntry("hilum-agent", "agent/coding")
			.containsEntry("hilum-agent-model", "sandbox")
			.containsEntry("hilum-agent-bounds", "steps=8,millis=90000,nano-usd=250000000")
			.doesNotContainKey("authorization");
		assertThat(this.gateway.contextFor("agent-service", run).phi()).isEqualTo(PhiState.RAW);
		assertThat(this.gateway.routing.received()).isEmpty();
		assertThat(this.gateway.scrubber.received()).isEmpty();
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.get("resource").asString()).isEqualTo("model:agent/coding");
		assertThat(event.at("/phi/state").asString()).isEqualTo("NONE");
		assertThat(event.toString()).doesNotContain("Irma", "964741");
	}

	@Test
	void treatsEachStepAsARequestOfTheCaller() {
		this.gateway.agent.follow((asked) -> answer("done"));
		String run = requestId(ask(this.clinician));
		Received asked = this.gateway.agent.received().getFirst();
		HttpResponse<String> first = step(asked, "/v1/chat/completions", STEP);
		HttpResponse<String> second = step(asked, "/v1/chat/completions", STEP);
		assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
		assertThat(JSON.readTree(first.body()).at("/choices/0/message/content").asString())
			.isEqualTo("Irma Peter has a cough");
		assertThat(requestId(first)).startsWith(run + ".").isNotEqualTo(requestId(second));
		List<Received> routed = this.gateway.routing.received();
		assertThat(routed).hasSize(2);
		assertThat(routed.getFirst().body()).contains("[NAME_7KQ2] has a cough").doesNotContain("Irma");
		ServiceContext step = this.gateway.contextFor("routing-service", routed.getFirst());
		assertThat(step.subject()).isEqualTo(this.gateway.issuer.issuer() + "|amelia");
		assertThat(step.roles()).containsExactly("Clinician");
		assertThat(step.phi()).isEqualTo(PhiState.DEIDENTIFIED);
		assertThat(step.requestId()).isEqualTo(requestId(first));
		assertThat(step.conversation()).isEqualTo(this.gateway.contextFor("agent-service", asked).conversation())
			.isEqualTo(this.gateway.contextFor("routing-service", routed.getLast()).conversation());
		JsonNode event = this.gateway.topics.audit(requestId(first)).getFirst();
		assertThat(event.at("/actors/0").asString()).isEqualTo("agent/coding");
		assertThat(event.get("resource").asString()).isEqualTo("model:sandbox");
		assertThat(event.at("/phi/state").asString()).isEqualTo("DEIDENTIFIED");
	}

	@Test
	void letsAStepDoNoMoreThanItsAgent() {
		this.gateway.agent.follow((asked) -> answer("done"));
		assertThat(ask(this.clinician).statusCode()).isEqualTo(200);
		Received run = this.gateway.agent.received().getFirst();
		assertThat(code(step(run, "/v1/chat/completions", STEP.replace("sandbox", "other"))))
			.isEqualTo("model_not_allowed");
		assertThat(code(step(run, "/v1/chat/completions", STEP.replace("sandbox", "agent/coding"))))
			.isEqualTo("agent_within_agent");
		assertThat(code(step(run, "/v1/keys", "{}"))).isEqualTo("invalid_delegation");
		assertThat(step(run, "/v1/search", "{\"query\":\"x\"}").statusCode()).isEqualTo(200);
		assertThat(this.gateway.routing.received()).isEmpty();
		assertThat(this.gateway.rag.received()).hasSize(1);
		assertThat(this.gateway.contextFor("rag-service", this.gateway.rag.received().getFirst()).subject())
			.endsWith("|amelia");
	}

	@Test
	void knowsAStepOnlyByBothItsCredentials() {
		this.gateway.agent.follow((run) -> answer("done"));
		ask(this.clinician);
		Received run = this.gateway.agent.received().getFirst();
		String delegation = run.headers().get("hilum-delegation");
		String forged = AgentStep.signed(requestIdOf(run), "x".repeat(44).substring(0, 43) + "=");
		for (String context : new String[] { "nothing", forged, run.headers().get("hilum-context"),
				AgentStep.signed("req_other", AgentStep.KEY) }) {
			HttpResponse<String> refused = step("Hilum-Run " + delegation, context);
			assertThat(refused.statusCode()).isEqualTo(401);
			assertThat(code(refused)).isEqualTo("invalid_delegation");
		}
		String genuine = AgentStep.signed(requestIdOf(run), AgentStep.KEY);
		for (String credential : new String[] { "Hilum-Run x", "Hilum-Run ", "Bearer " + delegation,
				"hilum-run " + delegation }) {
			assertThat(step(credential, genuine).statusCode()).as(credential).isEqualTo(401);
		}
		HttpResponse<String> ordinary = this.gateway
			.send(this.gateway.chat(this.clinician, STEP).header("Hilum-Context", genuine).build());
		assertThat(ordinary.statusCode()).isEqualTo(200);
		assertThat(ordinary.headers().firstValue("x-request-id").orElseThrow()).doesNotContain(".");
	}

	@Test
	void passesAStreamOnAsItComesAndEndsItWithTheClient() throws java.io.IOException {
		this.gateway.agent
			.follow((run) -> Scripts.stream(Flux.concat(
					Flux.just("data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},"
							+ "\"finish_reason\":null}],\"hilum\":{\"step\":{\"kind\":\"tool\"}}}\n\n"),
					Flux.never())));
		HttpResponse<InputStream> answer = this.gateway.send(
				this.gateway.chat(this.clinician, QUESTION.replace("{\"model\"", "{\"stream\":true,\"model\"")).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		byte[] first = answer.body().readNBytes(60);
		assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8)).startsWith("data: {\"id\":\"c\"");
		answer.body().close();
		await(() -> this.gateway.agent.cancelled() == 1);
	}

	@Test
	void saysWhenNoAgentCanBeReachedOrAskedSo() {
		this.gateway.agent.follow((run) -> Reply.reset());
		HttpResponse<String> away = ask(this.clinician);
		assertThat(away.statusCode()).isEqualTo(503);
		assertThat(code(away)).isEqualTo("agents_unavailable");
		HttpResponse<String> other = this.gateway
			.send(this.gateway.post("/v1/responses", this.clinician, "{\"model\":\"agent/coding\",\"input\":\"hello\"}")
				.build());
		assertThat(other.statusCode()).isEqualTo(400);
		assertThat(code(other)).isEqualTo("agent_endpoint");
	}

	@Test
	void passesOnWhatOwnersAskOfTheirRuns() {
		this.gateway.agent.follow((call) -> new Reply(200, Map.of("hilum-action", "agents.refuse"), Flux.just("{}")));
		HttpResponse<String> refused = this.gateway.send(this.gateway
			.post("/v1/agents/runs/req_1/approvals/2-1", this.clinician, "{\"decision\":\"refuse\",\"hash\":\"x\"}")
			.build());
		assertThat(refused.statusCode()).isEqualTo(200);
		Received asked = this.gateway.agent.received().getFirst();
		assertThat(asked.uri()).isEqualTo("/v1/agents/runs/req_1/approvals/2-1");
		assertThat(asked.body()).contains("\"refuse\"");
		assertThat(asked.headers()).doesNotContainKey("authorization");
		assertThat(this.gateway.contextFor("agent-service", asked).subject()).endsWith("|amelia");
		assertThat(isPerson(asked)).isTrue();
		JsonNode event = this.gateway.topics.audit(requestId(refused)).getFirst();
		assertThat(event.get("action").asString()).isEqualTo("agents.refuse");
		assertThat(event.get("resource").asString()).isEqualTo("agents/runs/req_1/approvals/2-1");
		this.gateway.agent.follow((call) -> Reply.json(404, "{}"));
		HttpResponse<String> cancelled = this.gateway
			.send(this.gateway.post("/v1/agents/runs/req_1/cancel", this.clinician, "").build());
		assertThat(cancelled.statusCode()).isEqualTo(404);
		assertThat(this.gateway.topics.audit(requestId(cancelled)).getFirst().get("action").asString())
			.isEqualTo("agents.cancel");
		HttpRequest stranger = HttpRequest.newBuilder(this.gateway.uri("/v1/agents/runs/req_1")).build();
		assertThat(this.gateway.send(stranger).statusCode()).isEqualTo(401);
	}

	@Test
	void tellsAgentServiceWhetherAPersonDecides() {
		this.gateway.agent.follow((call) -> Reply.json(403, "{}"));
		for (Map<String, Object> program : List.<Map<String, Object>>of(Map.of("client_id", "amelia"),
				Map.of("act", Map.of("sub", "job")), Map.of("preferred_username", "service-account-job"))) {
			this.gateway.agent.received().clear();
			this.gateway.send(this.gateway
				.post("/v1/agents/runs/req_1/approvals/2-1", this.gateway.issuer.token("amelia", program, "Clinician"),
						"{\"decision\":\"approve\",\"hash\":\"x\"}")
				.build());
			assertThat(isPerson(this.gateway.agent.received().getFirst())).as(program.toString()).isFalse();
		}
	}

	private boolean isPerson(Received call) {
		SignIn signIn = this.gateway.contextFor("agent-service", call).signIn();
		return signIn != null && signIn.person();
	}

	@Test
	void letsNoRunDecideOnItself() {
		this.gateway.agent.follow((asked) -> answer("done"));
		String id = requestId(ask(this.clinician));
		Received run = this.gateway.agent.received().getFirst();
		for (String path : new String[] { "/approvals/2-1", "/cancel", "/replay" }) {
			assertThat(code(step(run, "/v1/agents/runs/" + id + path, "{\"decision\":\"approve\"}")))
				.isEqualTo("invalid_delegation");
		}
		assertThat(this.gateway.agent.received()).hasSize(1);
	}

	private HttpResponse<String> ask(String credential) {
		return this.gateway.send(this.gateway.chat(credential, QUESTION).build());
	}

	private List<String> models(String credential) {
		HttpResponse<String> list = this.gateway.send(this.gateway.get(credential, "/v1/models").build());
		assertThat(list.statusCode()).isEqualTo(200);
		return JSON.readTree(list.body()).get("data").valueStream().map((model) -> model.get("id").asString()).toList();
	}

	private HttpResponse<String> step(Received run, String path, String body) {
		return this.gateway.send(AgentStep.of(this.gateway, run, path, body));
	}

	private HttpResponse<String> step(String credential, String context) {
		return this.gateway.send(AgentStep.of(this.gateway.uri("/v1/chat/completions"), credential, context, STEP));
	}

	private String requestIdOf(Received run) {
		return this.gateway.contextFor("agent-service", run).requestId();
	}

	private static Reply answer(String content) {
		return Reply.json(200,
				JSON.writeValueAsString(
						Map.of("id", "c", "object", "chat.completion", "choices", List.of(Map.of("index", 0, "message",
								Map.of("role", "assistant", "content", content), "finish_reason", "stop")))));
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

}
