package io.hilum.gateway;

import java.net.http.HttpResponse;
import java.util.List;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.gateway.harness.Questions;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.Scripts;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
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
 * What an administrator is told of a request is what becomes of it, and telling does
 * nothing.
 */
class SimulationIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String PATH = "/v1/catalogue/simulate";

	private static final String FORETOLD = """
			{"catalogue":"sha256:r","admitted":true,"refusal":null,"strategy":"priority","candidates":[],"larger":[],
			"lenient":[],"excluded":[],"policies":[],"limit":null,"budgets":[],"hold":null}""";

	private final OpenApi contract = OpenApi.of("gateway-v1");

	private final OpenApi routing = OpenApi.of("routing-v1");

	private RunningGateway gateway = RunningGateway.shared();

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
		foretelling(FORETOLD);
	}

	private void foretelling(String foretold) {
		this.gateway.routing
			.follow((request) -> request.uri().equals(PATH) ? Reply.json(200, foretold) : Scripts.route(request));
	}

	@ParameterizedTest
	@CsvSource({ "Clinician,sandbox", "Billing,sandbox", "Billing,other", "Developer,sandbox", "Researcher,sandbox",
			"Archivist,sandbox", "Admin,sandbox", "Trialist,other", "Typist,sandbox", "Nobody,sandbox",
			"Clinician,nothing", "Billing,agent/clinical" })
	void foretellsWhatBecomesOfARequest(String role, String model) {
		HttpResponse<String> real = chat(role, model, "");
		JsonNode foretold = foretold("""
				{"model":"%s","roles":["%s"],"identifiers":["NAME"],"network":"127.0.0.1",
				"sign_in":{"second_factor":false,"age_seconds":0}}""".formatted(model, role));
		if (real.statusCode() == 200) {
			assertThat(foretold.path("admitted").asBoolean()).as(foretold.toPrettyString()).isTrue();
			ServiceContext asked = this.gateway.contextFor("routing-service", received("/v1/chat/completions"));
			JsonNode told = JSON.readTree(received(PATH).body());
			assertThat(told.at("/caller/phi").asString()).isEqualTo(asked.phi().name());
			assertThat(told.at("/caller/roles")).isEqualTo(JSON.valueToTree(asked.roles()));
			assertThat(told.at("/caller/purpose").asString()).isEqualTo(asked.purpose());
			assertThat(told.at("/caller/network").asString()).isEqualTo(asked.network());
		}
		else {
			JsonNode error = JSON.readTree(real.body()).path("error");
			assertThat(foretold.path("refused_by").asString()).isEqualTo("gateway-service");
			assertThat(foretold.at("/refusal/code")).isEqualTo(error.path("code"));
			assertThat(foretold.at("/refusal/status").asInt()).isEqualTo(real.statusCode());
			assertThat(foretold.path("routing").isNull()).isTrue();
		}
	}

	@Test
	void saysWhatEachRoleWouldDoAlone() {
		JsonNode roles = foretold("{\"model\":\"other\",\"roles\":[\"Billing\",\"Clinician\"]}").path("roles");
		assertThat(roles.at("/0/permits").asBoolean()).isFalse();
		assertThat(roles.at("/0/code").asString()).isEqualTo("model_not_allowed");
		assertThat(roles.at("/1/permits").asBoolean()).isTrue();
	}

	@Test
	void saysWhatIsDoneToEachTypeOfIdentifier() {
		JsonNode phi = foretold(
				"{\"model\":\"other\",\"roles\":[\"Trialist\"],\"identifiers\":[\"NAME\",\"DATE\",\"LOCATION\"]}")
			.path("phi");
		assertThat(phi.path("found"))
			.isEqualTo(JSON.readTree("{\"DATE\":\"shift-dates\",\"LOCATION\":\"redact\",\"NAME\":\"pseudonymise\"}"));
		assertThat(phi.path("state").asString()).isEqualTo("DEIDENTIFIED");
		JsonNode kept = foretold("{\"model\":\"other\",\"roles\":[\"Trialist\"],\"identifiers\":[\"URL\"]}");
		assertThat(kept.at("/phi/state").asString()).isEqualTo("RAW");
	}

	@ParameterizedTest
	@CsvSource({ "Clinician,unscannable_content", "Imager," })
	void knowsWhatCannotBeSearched(String role, String code) {
		JsonNode told = foretold("{\"model\":\"sandbox\",\"roles\":[\"" + role + "\"],\"media\":true}");
		assertThat(told.at("/refusal/code").asString("")).isEqualTo((code != null) ? code : "");
		if (code == null) {
			assertThat(told.at("/phi/state").asString()).isEqualTo("RAW");
		}
	}

	@Test
	void anAgentIsItsModel() {
		JsonNode told = foretold("{\"model\":\"agent/coding\",\"roles\":[\"Billing\"]}");
		assertThat(told.path("model").asString()).isEqualTo("sandbox");
		assertThat(JSON.readTree(received(PATH).body()).path("model").asString()).isEqualTo("sandbox");
		assertThat(foretold("{\"model\":\"agent/coding\",\"roles\":[\"Billing\"],\"endpoint\":\"messages\"}")
			.at("/refusal/code")
			.asString()).isEqualTo("agent_endpoint");
	}

	@Test
	void theStepOfAnAgentIsInTheRolesOfTheAgentAndSearchesNothingItself() {
		JsonNode told = foretold("""
				{"model":"agent/coding","roles":["Clinician","Developer"],"identifiers":["NAME"],
				"collections":["trials"]}""");
		JsonNode clinician = JSON.readTree("[\"Clinician\"]");
		assertThat(told.path("granted_roles")).as(told.toPrettyString()).isEqualTo(clinician);
		assertThat(JSON.readTree(received(PATH).body()).at("/caller/roles")).isEqualTo(clinician);
		assertThat(told.at("/phi/found/NAME").asString()).isEqualTo("pseudonymise");
	}

	@Test
	void limitsAreThoseOfTheRole() {
		JsonNode limits = foretold("{\"model\":\"sandbox\",\"roles\":[\"Billing\"]}").path("limits");
		assertThat(limits.at("/0/of").asString()).isEqualTo("caller");
		assertThat(limits.at("/0/requests_per_minute").asInt()).isEqualTo(3);
		for (int i = 0; i < 5; i++) {
			assertThat(foretold("{\"model\":\"sandbox\",\"roles\":[\"Billing\"],\"subject\":\"i|s\"}").path("admitted")
				.asBoolean()).as("nothing is counted").isTrue();
		}
	}

	@Test
	void passesOnWhatRoutingRefuses() {
		foretelling(FORETOLD.replace("\"refusal\":null",
				"\"refusal\":{\"status\":403,\"code\":\"no_agreement\",\"message\":\"m\",\"retry_after_ms\":null}"));
		JsonNode told = foretold("{\"model\":\"sandbox\",\"roles\":[\"Admin\"]}");
		assertThat(told.path("admitted").asBoolean()).isFalse();
		assertThat(told.path("refused_by").asString()).isEqualTo("routing-service");
		assertThat(told.at("/refusal/code").asString()).isEqualTo("no_agreement");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "null", "{\"model\":\"sandbox\"}", "{\"model\":\"sandbox\",\"roles\":[]}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"text\":\"Quorl\"}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"network\":\"example.org\"}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"identifiers\":[\"Quorl\"]}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"purpose\":\"Quorl Zorbl\"}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"endpoint\":\"images\"}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"at\":\"Quorl\"}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"at\":\"+1000000000-01-01T00:00:00Z\"}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"sign_in\":{\"age_seconds\":-1}}",
			"{\"model\":\"sandbox\",\"roles\":[\"Admin\"],\"sign_in\":{\"age_seconds\":9223372036854775807}}" })
	void refusesWhatIsNoSupposedRequestAndRepeatsNothingOfIt(String body) {
		HttpResponse<String> answer = simulate("Admin", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		assertThat(answer.body()).contains("invalid_").doesNotContain("Quorl");
		assertThat(this.contract.errors("POST", PATH, 400, answer.body())).isEmpty();
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void isForAdministratorsAndOnRecordEitherWay() {
		HttpResponse<String> refused = simulate("Clinician", "{\"model\":\"sandbox\",\"roles\":[\"Admin\"]}");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("role_not_allowed");
		assertThat(recorded(refused)).isEqualTo("catalogue.simulate refused");
		HttpResponse<String> allowed = simulate("Admin", "{\"model\":\"sandbox\",\"roles\":[\"Clinician\"]}");
		assertThat(recorded(allowed)).isEqualTo("catalogue.simulate allowed");
		assertThat(this.gateway.scrubber.received()).isEmpty();
	}

	@Test
	void theCatalogueAsItRunsIsForAdministrators() {
		String catalogue = "{\"object\":\"catalogue\",\"version\":\"v\",\"seen_at\":\"2026-01-05T08:00:00Z\",\"recent_minutes\":5,\"models\":[]}";
		this.gateway.routing.follow((request) -> Reply.json(200, catalogue));
		HttpResponse<String> refused = look("Clinician");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(this.gateway.routing.received()).isEmpty();
		HttpResponse<String> allowed = look("Admin");
		assertThat(allowed.body()).isEqualTo(catalogue);
		assertThat(this.contract.errors("GET", "/v1/catalogue", 200, allowed.body())).isEmpty();
		assertThat(onRecord(allowed).path("action").asString()).isEqualTo("catalogue.read");
	}

	private HttpResponse<String> look(String role) {
		return this.gateway.send(this.gateway.get(this.gateway.issuer.token("ada", role), "/v1/catalogue").build());
	}

	private String recorded(HttpResponse<String> answer) {
		JsonNode event = onRecord(answer);
		return event.path("action").asString() + " " + event.path("decision").asString();
	}

	private JsonNode onRecord(HttpResponse<String> answer) {
		List<JsonNode> events = this.gateway.topics.audit(answer.headers().firstValue("x-request-id").orElseThrow());
		assertThat(events).hasSize(1);
		return events.getFirst();
	}

	private Received received(String uri) {
		return this.gateway.routing.received()
			.stream()
			.filter((request) -> request.uri().equals(uri))
			.findFirst()
			.orElseThrow();
	}

	private HttpResponse<String> chat(String role, String model, String more) {
		return this.gateway.send(
				this.gateway
					.chat(this.gateway.issuer.token("amelia", role),
							"{\"model\":\"" + model + "\"," + Questions.MEMBERS.get("/v1/chat/completions") + more
									+ "}")
					.build());
	}

	private HttpResponse<String> simulate(String role, String body) {
		return this.gateway.send(this.gateway.post(PATH, this.gateway.issuer.token("ada", role), body).build());
	}

	private JsonNode foretold(String body) {
		HttpResponse<String> answer = simulate("Admin", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(this.contract.errors("POST", PATH, 200, answer.body())).isEmpty();
		assertThat(this.gateway.routing.received()).filteredOn((request) -> request.uri().equals(PATH))
			.allSatisfy((asked) -> assertThat(this.routing.requestErrors("POST", PATH, asked.body())).isEmpty());
		return JSON.readTree(answer.body());
	}

}
