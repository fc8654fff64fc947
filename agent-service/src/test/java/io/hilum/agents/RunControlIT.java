package io.hilum.agents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.agents.harness.RunningAgents;
import io.hilum.agents.harness.ScriptedGateway;
import io.hilum.agents.record.fhir.Chart;
import io.hilum.agents.record.fhir.FhirHospital;
import io.hilum.parts.Parts;
import org.hl7.fhir.r4.model.DocumentReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs on two replicas with one Redis: what their owners ask of them from elsewhere, and
 * what others do.
 */
class RunControlIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final ScriptedGateway GATEWAY = new ScriptedGateway();

	private static final String STREAMED = "\"stream\":true";

	private static final AtomicInteger RUNS = new AtomicInteger();

	private static FhirHospital hospital;

	private static RunningAgents one;

	private static RunningAgents other;

	private final String run = "req_control" + RUNS.incrementAndGet();

	@BeforeAll
	static void start() throws Exception {
		hospital = new FhirHospital(Chart.ofIrma());
		one = replica();
		other = replica();
	}

	private static RunningAgents replica() {
		Map<String, String> options = new HashMap<>(hospital.options());
		options.putAll(Map.of("HILUM_REDIS", Parts.redis().url(), "spring.data.redis.timeout", "30s",
				"spring.data.redis.connect-timeout", "30s", "hilum.runs.kept.timeout", "30s",
				"hilum.runs.kept.supervisors", "Admin", "HILUM_FHIR_FILING_ROLES", "Clinician"));
		return RunningAgents.start(GATEWAY, options);
	}

	@AfterAll
	static void stop() {
		// The event loops of all end with the contexts.
		GATEWAY.close();
		one.close();
		other.close();
		hospital.close();
	}

	@BeforeEach
	void forget() {
		hospital.filed().clear();
	}

	@Test
	void cancelsARunOnAnotherReplica() throws IOException {
		GATEWAY.follow((step) -> (GATEWAY.steps().size() == 1)
				? Mono.just(ScriptedGateway.calling("lookup_icd10cm", "{\"query\":\"diabetes\"}")) : Mono.never());
		List<String> seen = new ArrayList<>();
		try (BufferedReader events = ask(null)) {
			RunningAgents.await(() -> GATEWAY.steps().size() == 2);
			assertThat(post(other, "/cancel", "iss|mallory", "Clinician", "").statusCode()).isEqualTo(404);
			assertThat(post(other, "/cancel", "iss|amelia", "Clinician", "").statusCode()).isEqualTo(200);
			assertThat(post(one, "/cancel", "iss|amelia", "Clinician", "").statusCode()).isEqualTo(200);
			long asked = System.nanoTime();
			RunningAgents.await(() -> GATEWAY.cancelled() == 1);
			assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
			events.lines().filter((line) -> line.startsWith("data: ")).forEach(seen::add);
		}
		assertThat(seen.getLast()).contains("\"code\":\"run_cancelled\"");
		JsonNode used = JSON.readTree(seen.get(seen.size() - 3).substring(6)).at("/hilum/run");
		assertThat(used.path("state").asString()).isEqualTo("cancelled");
		assertThat(used.path("model_calls").asInt()).isEqualTo(1);
		assertThat(used.path("cost_usd").asString()).isEqualTo("0.0015");
		assertThat(JSON.readTree(seen.get(seen.size() - 2).substring(6)).at("/usage/total_tokens").asInt())
			.isEqualTo(15);
		JsonNode kept = get(other, "iss|amelia");
		assertThat(kept.path("state").asString()).isEqualTo("cancelled");
		assertThat(JSON.readTree(post(one, "/cancel", "iss|amelia", "Clinician", "").body()).path("state").asString())
			.isEqualTo("cancelled");
		assertThat(JSON.readTree(post(other, "/replay", "iss|amelia", "Clinician", "").body()).path("same").asBoolean())
			.isTrue();
	}

	@Test
	void letsASupervisorCancelAndTellsWhoWaitsForTheWholeAnswer() throws Exception {
		GATEWAY.follow((step) -> Mono.never());
		HttpRequest whole = asking("iss|amelia", "Clinician", question(null).replace(STREAMED, "\"stream\":false"));
		CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> one.send(whole));
		RunningAgents.await(() -> GATEWAY.steps().size() == 1);
		assertThat(post(other, "/cancel", "iss|root", "Admin", "").statusCode()).isEqualTo(200);
		HttpResponse<String> ended = answer.get(60, TimeUnit.SECONDS);
		assertThat(ended.statusCode()).isEqualTo(409);
		assertThat(ended.body()).contains("run_cancelled");
	}

	@Test
	void replaysWithoutAskingAnybody() throws IOException {
		GATEWAY.follow((step) -> Mono
			.just((GATEWAY.steps().size() == 1) ? ScriptedGateway.calling("read_observations", "{\"limit\":2}")
					: ScriptedGateway.calling("submit_answer", answer(firstEntry(step)))));
		try (BufferedReader events = ask(FhirHospital.AMELIA)) {
			assertThat(events.lines().toList()).contains("data: [DONE]");
		}
		hospital.asked().clear();
		JsonNode report = JSON.readTree(post(other, "/replay", "iss|amelia", "Clinician", "").body());
		assertThat(report.path("same").asBoolean()).as(report.toString()).isTrue();
		assertThat(report.path("same_answer").asBoolean()).isTrue();
		assertThat(GATEWAY.steps()).hasSize(2);
		assertThat(hospital.asked()).isEmpty();
		assertThat(post(other, "/replay", "iss|mallory", "Clinician", "").statusCode()).isEqualTo(404);
		assertThat(post(other, "/cancel", "iss|amelia", "Clinician", "").body()).contains("run_ended");
	}

	@Test
	void filesADraftThatItsOwnerApprovedOnAnotherReplica() throws IOException {
		GATEWAY.follow((step) -> Mono.just(switch (GATEWAY.steps().size()) {
			case 1 -> ScriptedGateway.calling("read_observations", "{\"limit\":2}");
			case 2 -> ScriptedGateway.calling("file_note", draft(firstEntry(step)));
			default -> ScriptedGateway.nothingFound();
		}));
		try (BufferedReader events = ask(FhirHospital.AMELIA)) {
			JsonNode approval = RunningAgents.approval(events);
			assertThat(approval.path("tool").asString()).isEqualTo("file_note");
			assertThat(approval.at("/arguments/text").asString())
				.contains("Creatinine was 1.40 mg/dL. [1]", "Not reviewed")
				.doesNotContain("9.9");
			assertThat(approval.at("/arguments/left_out").asInt()).isEqualTo(1);
			assertThat(hospital.filed()).isEmpty();
			String decision = "{\"decision\":\"approve\",\"hash\":\"" + approval.path("hash").asString() + "\"}";
			String path = "/approvals/" + approval.path("call").asString();
			assertThat(post(other, path, "iss|mallory", "Clinician", decision).statusCode()).isEqualTo(404);
			assertThat(post(other, path, "iss|amelia", "Clinician", "{\"decision\":\"yes\"}").statusCode())
				.isEqualTo(400);
			HttpResponse<String> decided = post(other, path, "iss|amelia", "Clinician", decision);
			assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
			assertThat(decided.headers().firstValue("hilum-action")).contains("agents.approve");
			assertThat(post(one, path, "iss|amelia", "Clinician", decision).statusCode()).isEqualTo(409);
			assertThat(events.lines().toList()).contains("data: [DONE]");
		}
		assertThat(hospital.filed()).hasSize(1);
		DocumentReference filed = hospital.filed().getFirst();
		assertThat(filed.getStatus().toCode()).isEqualTo("current");
		assertThat(filed.getDocStatus().toCode()).isEqualTo("preliminary");
		assertThat(filed.getSubject().getReference()).isEqualTo("Patient/p1");
		assertThat(filed.getIdentifierFirstRep().getValue()).isEqualTo(this.run);
		assertThat(filed.getType().getCodingFirstRep().getCode()).isEqualTo("11506-3");
		assertThat(new String(filed.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
			.contains("Creatinine was 1.40 mg/dL. [1]")
			.doesNotContain("9.9");
		assertThat(JSON.readTree(post(other, "/replay", "iss|amelia", "Clinician", "").body()).path("same").asBoolean())
			.isTrue();
		assertThat(hospital.filed()).hasSize(1);
	}

	@Test
	void filesNothingForARoleThatMayNotOrWithoutSomebodyToAsk() {
		GATEWAY.follow((step) -> Mono.just(ScriptedGateway.nothingFound()));
		String question = question(FhirHospital.AMELIA);
		one.send(asking("iss|bo", "Billing", question));
		one.send(asking("iss|amelia", "Clinician", question.replace(STREAMED, "\"stream\":false")));
		one.send(asking("iss|amelia", "Clinician", question(null)));
		assertThat(GATEWAY.steps()).hasSize(3).noneMatch((step) -> step.body().contains("file_note"));
		one.send(asking("iss|amelia", "Clinician", question));
		assertThat(GATEWAY.steps().getLast().body()).contains("file_note");
	}

	@Test
	void keepsRunsForAWhileAndSealed() throws IOException {
		GATEWAY.follow((step) -> Mono.just(ScriptedGateway.nothingFound()));
		try (BufferedReader events = ask(FhirHospital.AMELIA)) {
			assertThat(events.lines().toList()).contains("data: [DONE]");
		}
		StringRedisTemplate redis = one.bean(StringRedisTemplate.class);
		String key = "hilum:agents:run:" + this.run;
		assertThat(redis.getExpire(key)).isBetween(80_000L, 86_400L);
		assertThat(redis.opsForValue().get(key)).doesNotContain("Summarise", "amelia", "anything");
	}

	private BufferedReader ask(@Nullable String token) {
		HttpResponse<InputStream> answer = one.send(asking("iss|amelia", "Clinician", question(token)),
				HttpResponse.BodyHandlers.ofInputStream());
		assertThat(answer.headers().firstValue("hilum-run")).contains(this.run);
		return RunningAgents.events(answer.body());
	}

	private static String question(@Nullable String token) {
		String hilum = (token != null) ? ",\"hilum\":{\"record\":{\"patient\":\"p1\",\"token\":\"" + token + "\"}}"
				: "";
		return "{\"model\":\"agent/clinical\"," + STREAMED + ",\"stream_options\":{\"include_usage\":true},"
				+ "\"messages\":[{\"role\":\"user\",\"content\":\"Summarise.\"}]" + hilum + "}";
	}

	private static String draft(String source) {
		return JSON.writeValueAsString(
				Map.of("kind", "progress-note", "statements", statements(source, "1.40 mg/dL", "9.9 mg/dL")));
	}

	private static String answer(String source) {
		return JSON.writeValueAsString(Map.of("statements", statements(source, "1.40 mg/dL"), "not_found", List.of()));
	}

	private static List<Map<String, Object>> statements(String source, String... values) {
		List<Map<String, Object>> all = new ArrayList<>();
		for (String value : values) {
			all.add(Map.of("text", "Creatinine was " + value + ".", "quotes",
					List.of(Map.of("source", source, "quote", "Creatinine 2160-0 value: 1.40 mg/dL"))));
		}
		return all;
	}

	private static String firstEntry(ScriptedGateway.Step step) {
		JsonNode messages = JSON.readTree(step.body()).at("/messages");
		JsonNode result = JSON.readTree(messages.get(messages.size() - 1).path("content").asString());
		return result.at("/data/entries/0/id").asString();
	}

	private HttpResponse<String> post(RunningAgents replica, String action, String subject, String role, String body) {
		return replica.send(replica.request(path(action), RunningAgents.person(this.run, subject, role))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private JsonNode get(RunningAgents replica, String subject) {
		return JSON.readTree(
				replica.send(replica.request(path(""), RunningAgents.person(this.run, subject, "Clinician")).build())
					.body());
	}

	private String path(String action) {
		return "/v1/agents/runs/" + this.run + action;
	}

	private HttpRequest asking(String subject, String role, String body) {
		return one.run("agent/clinical", RunningAgents.person(this.run, subject, role), body);
	}

}
