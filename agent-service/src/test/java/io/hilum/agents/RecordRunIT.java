package io.hilum.agents;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.hilum.agents.harness.ScriptedGateway;
import io.hilum.agents.record.fhir.Chart;
import io.hilum.agents.record.fhir.FhirHospital;
import io.hilum.architecture.EventLoops;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs that read a record: the whole service, between a scripted gateway and HAPI FHIR's
 * server, with event loops guarded.
 */
@ExtendWith(OutputCaptureExtension.class)
class RecordRunIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String KEY = Base64.getEncoder()
		.encodeToString("k".repeat(32).getBytes(StandardCharsets.US_ASCII));

	private static final ScriptedGateway GATEWAY = new ScriptedGateway();

	private static FhirHospital hospital;

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@BeforeAll
	static void start() throws Exception {
		EventLoops.guard();
		hospital = new FhirHospital(Chart.ofIrma());
		context = AgentApplication.application()
			.run("--server.port=0", "--logging.structured.format.console=", "--HILUM_CONTEXT_KEY_GATEWAY_AGENT=" + KEY,
					"--HILUM_GATEWAY_URL=" + GATEWAY.url(), "--HILUM_FHIR_URL=" + hospital.url(),
					"--hilum.gateway.connect-timeout=30s", "--hilum.fhir.connect-timeout=20s",
					"--hilum.fhir.silence=30s", "--hilum.fhir.time=50s", "--hilum.tools.time=60s",
					"--logging.level.ca.uhn.fhir.interceptor=off", "--logging.level.ca.uhn.fhir.rest.server=off");
	}

	@AfterAll
	static void stop() {
		// The event loops of both end with the context.
		GATEWAY.close();
		context.close();
		hospital.close();
	}

	@BeforeEach
	void forget() {
		hospital.asked().clear();
	}

	@Test
	void statesOnlyWhatTheRecordBearsOut() throws Exception {
		GATEWAY.follow((step) -> Mono
			.just((GATEWAY.steps().size() == 1) ? ScriptedGateway.calling("read_observations", "{\"limit\":2}")
					: ScriptedGateway.calling("submit_answer",
							answer(firstEntry(step), "Creatinine was 1.40 mg/dL.", "Creatinine was 9.9 mg/dL."))));
		JsonNode answered = ask("Clinician", FhirHospital.AMELIA);
		String text = answered.at("/choices/0/message/content").asString();
		assertThat(text)
			.contains("Creatinine was 1.40 mg/dL. [1]", "[1] Record, observation: Creatinine 2160-0, 2026-11-02",
					"1 statement")
			.doesNotContain("9.9");
		assertThat(answered.at("/hilum/run/dropped/0").asString()).isEqualTo("number_not_quoted");
	}

	@Test
	void namesTheIdentifiersOfTheRecordToEachStepThatFollows() throws Exception {
		GATEWAY.follow((step) -> Mono
			.just((GATEWAY.steps().size() == 1) ? ScriptedGateway.calling("read_conditions", "{}") : submit()));
		ask("Clinician", FhirHospital.AMELIA);
		assertThat(JSON.readTree(GATEWAY.steps().getFirst().body()).has("hilum")).isFalse();
		JsonNode second = JSON.readTree(GATEWAY.steps().getLast().body());
		List<String> known = new ArrayList<>();
		second.at("/hilum/identities").forEach((one) -> known.add(one.path("value").asString("")));
		assertThat(known).contains("Irma Peter", "964741", "1955-03-14", "12 Birch Lane", "Otto Vogel");
		JsonNode result = second.at("/messages").get(second.at("/messages").size() - 1);
		assertThat(result.path("role").asString()).isEqualTo("tool");
		assertThat(result.path("content").asString()).contains("Quoted data", "IGNORE ALL RULES")
			.doesNotContain("964741", FhirHospital.AMELIA, "mallory.example");
		assertThat(GATEWAY.steps()).noneMatch((step) -> step.body().contains(FhirHospital.AMELIA));
	}

	@Test
	void readsOnePatientWhateverAModelIsTold() throws Exception {
		GATEWAY.follow((step) -> Mono.just(switch (GATEWAY.steps().size()) {
			case 1 -> ScriptedGateway.calling("read_conditions", "{\"patient\":\"p2\"}");
			case 2 -> ScriptedGateway.calling("read_claims", "{}");
			default -> submit();
		}));
		JsonNode run = ask("Clinician", FhirHospital.AMELIA).at("/hilum/run");
		assertThat(run.at("/steps/1/outcome").asString()).isEqualTo("arguments_invalid");
		assertThat(run.at("/steps/3/outcome").asString()).isEqualTo("tool_unknown");
		assertThat(hospital.asked()).isEmpty();
	}

	@Test
	void offersNoRecordThatWasNotOpenedOrIsNotForTheRole() throws Exception {
		GATEWAY.follow((step) -> Mono.just(submit()));
		ask("Clinician", FhirHospital.AMELIA);
		assertThat(GATEWAY.steps().getLast().body()).contains("\"read_patient\"", "\"read_observations\"")
			.doesNotContain("\"read_claims\"");
		ask("Clinician", null);
		ask("Researcher", FhirHospital.AMELIA);
		assertThat(GATEWAY.steps().subList(1, 3)).noneMatch((step) -> step.body().contains("\"read_"));
	}

	@Test
	void tellsAModelWhatTheRecordRefusesAndNobodyWhatItSaid(CapturedOutput output) throws Exception {
		GATEWAY.follow((step) -> Mono
			.just((GATEWAY.steps().size() == 1) ? ScriptedGateway.calling("read_observations", "{}") : submit()));
		JsonNode run = ask("Clinician", FhirHospital.MALLORY).at("/hilum/run");
		assertThat(run.at("/steps/1/outcome").asString()).isEqualTo("record_forbidden");
		assertThat(GATEWAY.steps().getLast().body()).contains("does not let this user read").doesNotContain("964741");
		assertThat(output.getAll()).doesNotContain("Irma", "964741", FhirHospital.MALLORY);
	}

	private static ScriptedGateway.Reply submit() {
		return ScriptedGateway.calling("submit_answer", "{\"statements\":[],\"not_found\":[\"anything\"]}");
	}

	private static String firstEntry(ScriptedGateway.Step step) {
		JsonNode messages = JSON.readTree(step.body()).at("/messages");
		JsonNode result = JSON.readTree(messages.get(messages.size() - 1).path("content").asString());
		return result.at("/data/entries/0/id").asString();
	}

	private static String answer(String source, String... statements) {
		List<Map<String, Object>> all = new ArrayList<>();
		for (String statement : statements) {
			all.add(Map.of("text", statement, "quotes",
					List.of(Map.of("source", source, "quote", "Creatinine 2160-0 value: 1.40 mg/dL"))));
		}
		return JSON.writeValueAsString(Map.of("statements", all, "not_found", List.of()));
	}

	private JsonNode ask(String role, @org.jspecify.annotations.Nullable String token)
			throws IOException, InterruptedException {
		String hilum = (token != null) ? ",\"hilum\":{\"record\":{\"patient\":\"p1\",\"token\":\"" + token + "\"}}"
				: "";
		String body = "{\"model\":\"agent/clinical\",\"messages\":[{\"role\":\"user\",\"content\":\"Summarise.\"}]"
				+ hilum + "}";
		ServiceContext asker = new ServiceContext("req_9", "iss|amelia", List.of(role), "ward", null, null, "treatment",
				PhiState.RAW, "none", "conversation");
		String signed = new ContextSigner("gateway-service", Map.of("agent-service", ContextKey.parse(KEY)),
				Clock.systemUTC())
			.sign(asker, "agent-service");
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:"
					+ context.getEnvironment().getRequiredProperty("local.server.port") + "/v1/chat/completions"))
			.timeout(Duration.ofSeconds(90))
			.header("content-type", "application/json")
			.header("Hilum-Context", signed)
			.header("Hilum-Agent", "agent/clinical")
			.header("Hilum-Agent-Model", "sandbox")
			.header("Hilum-Agent-Bounds", "steps=6")
			.header("Hilum-Delegation", "sealed")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body());
	}

}
