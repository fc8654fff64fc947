package io.hilum.quickstart.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.hilum.parts.keycloak.NativeKeycloak;
import io.hilum.parts.process.Ports;
import io.hilum.quickstart.machine.Port;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.record.RecordServer;
import io.hilum.quickstart.secret.Person;
import io.hilum.quickstart.secret.Secrets;
import io.hilum.quickstart.secret.SecretsFile;
import jakarta.ws.rs.ForbiddenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The realm of the quick start, imported by a real Keycloak.
 */
class RealmIT {

	@TempDir
	static Path home;

	private static Secrets secrets;

	private static final String PAGE = "http://localhost:8080";

	private static NativeKeycloak keycloak;

	private static RecordServer records;

	@BeforeAll
	static void start() {
		Path programs = Path.of(System.getProperty("java.io.tmpdir"), "hilum-parts-" + System.getProperty("user.name"));
		secrets = new SecretsFile(home).readOrDraw();
		Settings settings = Settings.from(Map.of("HILUM_HOME", home.toString(), "HILUM_PARTS", programs.toString(),
				Port.KEYCLOAK.variable(), Integer.toString(Ports.free()), "HILUM_KEYCLOAK_ARCHIVE",
				Objects.requireNonNull(System.getenv("HILUM_KEYCLOAK_ARCHIVE"), "the build names the archive")));
		keycloak = Infrastructure.of(settings, secrets).keycloak();
		keycloak.start();
		int port = Ports.free();
		records = new RecordServer(port, "http://localhost:" + port, keycloak.issuer(), Set.of(PAGE));
		records.start();
	}

	@AfterAll
	static void stop() {
		records.stop();
		keycloak.kill();
	}

	static List<Person> people() {
		return Person.ALL;
	}

	@ParameterizedTest
	@MethodSource("people")
	void aTokenSaysWhoForWhomAndInWhichRole(Person person) throws IOException, InterruptedException {
		JsonNode claims = claims(signIn(person, secrets.passwordOf(person)));
		assertThat(claims.path("iss").stringValue()).isEqualTo(keycloak.issuer().toString());
		assertThat(claims.path("aud").valueStream().map(JsonNode::stringValue)).contains("hilum-gateway");
		assertThat(claims.path("preferred_username").stringValue()).isEqualTo(person.username());
		assertThat(claims.path("team").stringValue()).isEqualTo(person.team());
		assertThat(claims.path("realm_access").path("roles").valueStream().map(JsonNode::stringValue))
			.contains(person.role())
			.doesNotContainAnyElementsOf(
					Person.ALL.stream().map(Person::role).filter((role) -> !role.equals(person.role())).toList());
	}

	@Test
	void aWrongPasswordIsRefused() throws IOException, InterruptedException {
		assertThat(signIn(Person.ALL.getFirst(), "guessed").body()).contains("invalid_grant")
			.doesNotContain("access_token");
	}

	@Test
	void thereAreFourPeopleOnePerRole() {
		try (Keycloak admin = Keycloak.getInstance(keycloak.url().toString(), "master", "admin",
				secrets.keycloakPassword(), "admin-cli")) {
			List<UserRepresentation> users = admin.realm("hilum").users().list();
			assertThat(users).extracting(UserRepresentation::getUsername)
				.containsExactlyInAnyOrder("amelia", "bo", "dana", "ada");
			assertThat(users).flatExtracting((user) -> rolesOf(admin.realm("hilum").users().get(user.getId())))
				.contains("Clinician", "Billing", "Developer", "Admin");
		}
	}

	@Test
	void theDirectoryAdministersPeopleButNotTheRealm() {
		try (Keycloak directory = KeycloakBuilder.builder()
			.serverUrl(keycloak.url().toString())
			.realm("hilum")
			.grantType("client_credentials")
			.clientId("hilum-directory")
			.clientSecret(secrets.directorySecret())
			.build()) {
			UserRepresentation bo = directory.realm("hilum").users().search("bo", true).getFirst();
			assertThat(rolesOf(directory.realm("hilum").users().get(bo.getId()))).contains("Billing");
			directory.realm("hilum").users().get(bo.getId()).logout();
			assertThatThrownBy(() -> directory.realm("hilum").remove()).isInstanceOf(ForbiddenException.class);
		}
	}

	@Test
	void theRecordSystemSaysWhereItsTokensAre() throws IOException, InterruptedException {
		JsonNode told = new JsonMapper().readTree(record("/.well-known/smart-configuration", null).body());
		assertThat(told.path("issuer").stringValue()).isEqualTo(keycloak.issuer().toString());
		assertThat(told.path("token_endpoint").stringValue()).isEqualTo(keycloak.tokenEndpoint().toString());
		assertThat(told.path("code_challenge_methods_supported").get(0).stringValue()).isEqualTo("S256");
	}

	@Test
	void theRecordSystemTakesNoTokenThatIsForTheGateway() throws IOException, InterruptedException {
		Person clinician = Person.ALL.getFirst();
		String token = new JsonMapper().readTree(signIn(clinician, secrets.passwordOf(clinician)).body())
			.path("access_token")
			.stringValue();
		assertThat(token).isNotBlank();
		for (String brought : new String[] { null, token, token + "x", "none" }) {
			HttpResponse<String> answer = record("/Patient/p1", brought);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
			assertThat(answer.body()).doesNotContain("Lopez");
		}
	}

	@Test
	void onlyThePageMayAskTheRecordSystemInABrowser() throws IOException, InterruptedException {
		assertThat(record("/metadata", null).headers().firstValue("access-control-allow-origin")).contains(PAGE);
		HttpRequest foreign = HttpRequest.newBuilder(URI.create(records.base() + "/metadata"))
			.header("Origin", "http://localhost:80801")
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			assertThat(
					client.send(foreign, BodyHandlers.ofString()).headers().firstValue("access-control-allow-origin"))
				.isEmpty();
		}
	}

	private static HttpResponse<String> record(String path, @Nullable String token)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(records.base() + path)).header("Origin", PAGE);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofString());
		}
	}

	private static List<String> rolesOf(UserResource user) {
		return user.roles().realmLevel().listAll().stream().map(RoleRepresentation::getName).toList();
	}

	private static HttpResponse<String> signIn(Person person, String password)
			throws IOException, InterruptedException {
		String form = "grant_type=password&client_id=hilum-portal&username=" + person.username() + "&password="
				+ password;
		URI endpoint = keycloak.tokenEndpoint();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(endpoint)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form))
				.build(), BodyHandlers.ofString());
		}
	}

	private static JsonNode claims(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		JsonMapper json = new JsonMapper();
		String token = json.readTree(answer.body()).path("access_token").stringValue();
		byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
		return json.readTree(new String(claims, StandardCharsets.UTF_8));
	}

}
