package io.hilum.usage.directory.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.parts.keycloak.KeycloakDistribution;
import io.hilum.parts.keycloak.NativeKeycloak;
import io.hilum.parts.keycloak.Realm;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Ports;
import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.Await;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The directory over HTTP, in the whole service, on a real Keycloak.
 */
class DirectoryIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String SECRET = "directory-secret-of-this-test";

	private static final String PASSWORD = "password-of-this-test";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static NativeKeycloak keycloak;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		Path programs = Path.of(System.getProperty("java.io.tmpdir"), "hilum-parts-" + System.getProperty("user.name"));
		Path archive = Path.of(Objects.requireNonNull(System.getenv("HILUM_KEYCLOAK_ARCHIVE"), "set by the build"));
		keycloak = new NativeKeycloak(new PartsHome(programs, home), new KeycloakDistribution(archive), Ports.free(),
				new Realm("hilum", Objects.requireNonNull(DirectoryIT.class.getResource("/directory-realm.json")),
						Map.of("HILUM_DIRECTORY_SECRET", SECRET, "HILUM_PASSWORD", PASSWORD)));
		keycloak.start();
		service = RunningService.start(TestDatabase.create().part(), home.resolve("usage"),
				"--hilum.directory.keycloak.url=" + keycloak.url(),
				"--hilum.directory.keycloak.client-secret=" + SECRET, "--hilum.directory.keycloak.connect-timeout=30s",
				"--hilum.directory.keycloak.timeout=60s");
	}

	@AfterAll
	static void stop() {
		service.close();
		keycloak.kill();
	}

	@Test
	void listsPeopleAndGroups() {
		JsonNode people = ask(HttpMethod.GET, "/people", null, HttpStatus.OK);
		assertThat(values(people.path("data"), "username")).containsExactly("amelia", "bo");
		assertThat(people.path("hasMore").asBoolean()).isFalse();
		JsonNode page = ask(HttpMethod.GET, "/people?limit=1", null, HttpStatus.OK);
		assertThat(page.path("data")).hasSize(1);
		assertThat(page.path("hasMore").asBoolean()).isTrue();
		assertThat(values(ask(HttpMethod.GET, "/people?search=lindq", null, HttpStatus.OK).path("data"), "username"))
			.containsExactly("bo");
		assertThat(values(ask(HttpMethod.GET, "/groups", null, HttpStatus.OK).path("data"), "path"))
			.containsExactly("/cardiology", "/revenue");
		JsonNode amelia = ask(HttpMethod.GET, "/people/" + idOf("amelia"), null, HttpStatus.OK);
		assertThat(amelia.path("groups").get(0).asString()).isEqualTo("/cardiology");
		assertThat(amelia.path("email").asString()).isEqualTo("amelia@hilum.example");
		assertThat(amelia.path("enabled").asBoolean()).isTrue();
	}

	@Test
	void assignsAndWithdrawsRolesOfHilumOnly() {
		String bo = "/people/" + idOf("bo");
		ask(HttpMethod.PUT, bo + "/roles/Clinician", null, HttpStatus.NO_CONTENT);
		assertThat(rolesOf("bo")).contains("Billing", "Clinician");
		ask(HttpMethod.DELETE, bo + "/roles/Clinician", null, HttpStatus.NO_CONTENT);
		assertThat(rolesOf("bo")).contains("Billing").doesNotContain("Clinician");
		ask(HttpMethod.PUT, bo + "/roles/Auditor", null, HttpStatus.BAD_REQUEST);
		ask(HttpMethod.PUT, bo + "/roles/Developer", null, HttpStatus.NOT_FOUND);
		ask(HttpMethod.PUT, "/people/0-0-0/roles/Clinician", null, HttpStatus.NOT_FOUND);
		ask(HttpMethod.GET, "/people/no%20id", null, HttpStatus.BAD_REQUEST);
		for (String action : List.of("directory.role.assign", "directory.role.withdraw")) {
			Await.until(action + " is on record", () -> audited(action, "allowed"));
		}
		Await.until("the failure is on record", () -> audited("directory.role.assign", "refused"));
	}

	@Test
	void endsSessionsSoThatNoTokenIsRefreshed() throws IOException, InterruptedException {
		JsonNode tokens = token("grant_type=password&client_id=portal&username=amelia&password=" + PASSWORD);
		String refresh = "grant_type=refresh_token&client_id=portal&refresh_token=";
		tokens = token(refresh + tokens.path("refresh_token").asString());
		assertThat(tokens.path("access_token").asString("")).isNotEmpty();
		ask(HttpMethod.DELETE, "/people/" + idOf("amelia") + "/sessions", null, HttpStatus.NO_CONTENT);
		assertThat(token(refresh + tokens.path("refresh_token").asString()).path("error").asString())
			.isEqualTo("invalid_grant");
	}

	@Test
	void createsAClientThatSignsInForTheGateway() throws IOException, InterruptedException {
		JsonNode client = ask(HttpMethod.POST, "/clients", Map.of("application", "claims-coder", "name", "Claims"),
				HttpStatus.CREATED);
		JsonNode token = token("grant_type=client_credentials&client_id=claims-coder&client_secret="
				+ client.path("clientSecret").asString());
		byte[] claims = Base64.getUrlDecoder().decode(token.path("access_token").asString().split("\\.")[1]);
		assertThat(JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("aud").toString())
			.contains("hilum-gateway");
		ask(HttpMethod.POST, "/clients", Map.of("application", "claims-coder"), HttpStatus.BAD_REQUEST);
		ask(HttpMethod.POST, "/clients", Map.of("application", "No Id"), HttpStatus.BAD_REQUEST);
	}

	@Test
	void isForAdministratorsOnly() {
		for (String path : List.of("/people", "/groups", "/people/x")) {
			ask(RunningService.AMELIA, HttpMethod.GET, path, null, HttpStatus.FORBIDDEN);
		}
		ask(RunningService.AMELIA, HttpMethod.PUT, "/people/x/roles/Admin", null, HttpStatus.FORBIDDEN);
		ask(RunningService.AMELIA, HttpMethod.DELETE, "/people/x/sessions", null, HttpStatus.FORBIDDEN);
		ask(RunningService.AMELIA, HttpMethod.POST, "/clients", Map.of("application", "x"), HttpStatus.FORBIDDEN);
	}

	private static List<String> rolesOf(String username) {
		return ask(HttpMethod.GET, "/people/" + idOf(username), null, HttpStatus.OK).path("roles")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

	private static String idOf(String username) {
		return ask(HttpMethod.GET, "/people?search=" + username, null, HttpStatus.OK).path("data")
			.get(0)
			.path("id")
			.asString();
	}

	private static List<String> values(JsonNode items, String field) {
		return items.valueStream().map((item) -> item.path(field).asString()).toList();
	}

	private static boolean audited(String action, String decision) {
		return TestTopics.readAll("hilum.audit.v1")
			.stream()
			.map((item) -> JSON.readTree(item.value()))
			.anyMatch((event) -> event.path("action").asString().equals(action)
					&& event.path("decision").asString().equals(decision));
	}

	private static JsonNode token(String form) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(keycloak.tokenEndpoint())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build();
		return JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	private static JsonNode ask(HttpMethod method, String path, @Nullable Object body, HttpStatus expected) {
		return ask(RunningService.ADMIN, method, path, body, expected);
	}

	private static JsonNode ask(ServiceContext caller, HttpMethod method, String path, @Nullable Object body,
			HttpStatus expected) {
		var request = service.as(caller).method(method).uri(URI.create(service.url() + "/v1/directory" + path));
		var sent = (body != null) ? request.bodyValue(body).exchange() : request.exchange();
		byte[] answer = sent.expectStatus().isEqualTo(expected).expectBody().returnResult().getResponseBody();
		return (answer != null && answer.length > 0) ? JSON.readTree(answer) : JSON.createObjectNode();
	}

}
