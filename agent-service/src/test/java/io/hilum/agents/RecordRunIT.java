package io.hilum.agents;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.agents.harness.RunningAgents;
import io.hilum.agents.harness.ScriptedGateway;
import io.hilum.agents.record.fhir.Chart;
import io.hilum.agents.record.fhir.FhirHospital;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs that read a record: the whole service, between a scripted gateway and HAPI FHIR's
 * server, with event loops guarded.
 */
@ExtendWith(OutputCaptureExtension.class)
class RecordRunIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final ScriptedGateway GATEWAY = new ScriptedGateway();

	private static FhirHospital hospital;

	private static RunningAgents agents;

	@BeforeAll
	static void start() throws Exception {
		hospital = new FhirHospital(Chart.ofIrma());
		agents = RunningAgents.start(GATEWAY, hospital.options());
	}

	@AfterAll
	static void stop() {
		// The event loops of both end with the context.
		GATEWAY.close();
		agents.close();
		hospital.close();
	}

	@BeforeEach
	void forget() {
		hospital.asked().clear();
	}

	@Test
	void statesOnlyWhatTheRecordBearsOut() {
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
	void namesTheIdentifiersOfTheRecordToEachStepThatFollows() {
		GATEWAY.follow((step) -> Mono.just((GATEWAY.steps().size() == 1)
				? ScriptedGateway.calling("read_conditions", "{}") : ScriptedGateway.nothingFound()));
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
	void readsOnePatientWhateverAModelIsTold() {
		GATEWAY.follow((step) -> Mono.just(switch (GATEWAY.steps().size()) {
			case 1 -> ScriptedGateway.calling("read_conditions", "{\"patient\":\"p2\"}");
			case 2 -> ScriptedGateway.calling("read_claims", "{}");
			default -> ScriptedGateway.nothingFound();
		}));
		JsonNode run = ask("Clinician", FhirHospital.AMELIA).at("/hilum/run");
		assertThat(run.at("/steps/1/outcome").asString()).isEqualTo("arguments_invalid");
		assertThat(run.at("/steps/3/outcome").asString()).isEqualTo("tool_unknown");
		assertThat(hospital.asked()).isEmpty();
	}

	@Test
	void offersNoRecordThatWasNotOpenedOrIsNotForTheRole() {
		GATEWAY.follow((step) -> Mono.just(ScriptedGateway.nothingFound()));
		ask("Clinician", FhirHospital.AMELIA);
		assertThat(GATEWAY.steps().getLast().body()).contains("\"read_patient\"", "\"read_observations\"")
			.doesNotContain("\"read_claims\"");
		ask("Clinician", null);
		ask("Researcher", FhirHospital.AMELIA);
		assertThat(GATEWAY.steps().subList(1, 3)).noneMatch((step) -> step.body().contains("\"read_"));
	}

	@Test
	void tellsAModelWhatTheRecordRefusesAndNobodyWhatItSaid(CapturedOutput output) {
		GATEWAY.follow((step) -> Mono.just((GATEWAY.steps().size() == 1)
				? ScriptedGateway.calling("read_observations", "{}") : ScriptedGateway.nothingFound()));
		JsonNode run = ask("Clinician", FhirHospital.MALLORY).at("/hilum/run");
		assertThat(run.at("/steps/1/outcome").asString()).isEqualTo("record_forbidden");
		assertThat(GATEWAY.steps().getLast().body()).contains("does not let this user read").doesNotContain("964741");
		assertThat(output.getAll()).doesNotContain("Irma", "964741", FhirHospital.MALLORY);
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

	private static JsonNode ask(String role, @org.jspecify.annotations.Nullable String token) {
		String hilum = (token != null) ? ",\"hilum\":{\"record\":{\"patient\":\"p1\",\"token\":\"" + token + "\"}}"
				: "";
		String body = "{\"model\":\"agent/clinical\",\"messages\":[{\"role\":\"user\",\"content\":\"Summarise.\"}]"
				+ hilum + "}";
		HttpResponse<String> answer = agents
			.send(agents.run("agent/clinical", RunningAgents.person("req_9", "iss|amelia", role), body));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body());
	}

}
