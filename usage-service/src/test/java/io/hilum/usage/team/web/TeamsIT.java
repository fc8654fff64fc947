package io.hilum.usage.team.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.Await;
import io.hilum.usage.Contracts;
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
 * Teams and applications over HTTP, and what becomes of their keys.
 */
class TeamsIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TestDatabase DATABASE = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void setsReadsAndListsATeam() {
		JsonNode set = put("/v1/teams/oncology", Map.of("name", "Oncology", "members",
				List.of(Map.of("subject", "idp|olga", "role", "owner"), Map.of("subject", "idp|otto"))));
		assertThat(set.path("members").get(0).path("role").asString()).isEqualTo("owner");
		assertThat(set.path("members").get(1).path("role").asString()).isEqualTo("member");
		put("/v1/teams/oncology", Map.of("members", List.of(Map.of("subject", "idp|otto"))));
		JsonNode read = ask(RunningService.ADMIN, HttpMethod.GET, "/v1/teams/oncology", null, HttpStatus.OK);
		assertThat(read.path("members")).hasSize(1);
		ServiceContext otto = RunningService.caller("idp|otto", "oncology", null, "Clinician");
		assertThat(ids(ask(otto, HttpMethod.GET, "/v1/teams", null, HttpStatus.OK))).containsExactly("oncology");
		assertThat(ids(ask(RunningService.AMELIA, HttpMethod.GET, "/v1/teams", null, HttpStatus.OK)))
			.doesNotContain("oncology");
		assertThat(ids(ask(RunningService.ADMIN, HttpMethod.GET, "/v1/teams?limit=500", null, HttpStatus.OK)))
			.contains("oncology");
	}

	@Test
	void refusesWhoDoesNotAdminister() {
		for (String path : List.of("/v1/teams/x", "/v1/applications/x")) {
			ask(RunningService.AMELIA, HttpMethod.PUT, path, Map.of("team", "x"), HttpStatus.FORBIDDEN);
			ask(RunningService.AMELIA, HttpMethod.GET, path, null, HttpStatus.FORBIDDEN);
			ask(RunningService.AMELIA, HttpMethod.DELETE, path, null, HttpStatus.FORBIDDEN);
		}
		ask(RunningService.AMELIA, HttpMethod.GET, "/v1/applications", null, HttpStatus.FORBIDDEN);
		Await.until("the refusal is on record", () -> audited("team.delete", "refused") > 0);
	}

	@Test
	void refusesWhatCannotBe() {
		put("/v1/teams/radiology", Map.of());
		refuse("/v1/teams/no%20space", Map.of(), "id");
		refuse("/v1/teams/twice", Map.of("members", List.of(Map.of("subject", "a"), Map.of("subject", "a"))),
				"members");
		refuse("/v1/teams/boss", Map.of("members", List.of(Map.of("subject", "a", "role", "king"))), "members.role");
		refuse("/v1/applications/reader", Map.of("team", "nosuchteam"), "team");
		refuse("/v1/applications/reader", Map.of(), "team");
		refuse("/v1/applications/reader", Map.of("team", "radiology", "models", List.of("not a model")), "models");
	}

	@Test
	void deletesATeamWithItsApplicationsAndRevokesAllTheirKeys() {
		put("/v1/teams/surgery", Map.of());
		put("/v1/applications/scheduler", Map.of("team", "surgery"));
		String person = issue(Map.of("name", "person", "team", "surgery"), HttpStatus.CREATED);
		String program = issue(Map.of("name", "program", "team", "surgery", "application", "scheduler"),
				HttpStatus.CREATED);
		String other = issue(Map.of("name", "other", "team", "elsewhere"), HttpStatus.CREATED);
		ask(RunningService.ADMIN, HttpMethod.DELETE, "/v1/teams/surgery", null, HttpStatus.NO_CONTENT);
		assertThat(published(person).path("revoked").asBoolean()).isTrue();
		assertThat(published(program).path("revoked").asBoolean()).isTrue();
		assertThat(published(other).path("revoked").asBoolean()).isFalse();
		ask(RunningService.ADMIN, HttpMethod.GET, "/v1/teams/surgery", null, HttpStatus.NOT_FOUND);
		ask(RunningService.ADMIN, HttpMethod.GET, "/v1/applications/scheduler", null, HttpStatus.NOT_FOUND);
		ask(RunningService.ADMIN, HttpMethod.DELETE, "/v1/teams/surgery", null, HttpStatus.NOT_FOUND);
		assertThat(issue(Map.of("name", "late", "team", "surgery"), HttpStatus.FORBIDDEN)).isEqualTo("team_deleted");
		assertThat(issue(Map.of("name", "late", "team", "elsewhere", "application", "scheduler"), HttpStatus.FORBIDDEN))
			.isEqualTo("application_deleted");
		for (String action : List.of("team.set", "team.delete", "application.set", "application.delete")) {
			assertThat(audited(action, "allowed")).as(action).isPositive();
		}
		put("/v1/teams/surgery", Map.of());
		assertThat(published(person).path("revoked").asBoolean()).isTrue();
		issue(Map.of("name", "again", "team", "surgery"), HttpStatus.CREATED);
	}

	@Test
	void keepsKeysWithinTheirApplication() {
		put("/v1/teams/lab", Map.of());
		put("/v1/applications/coder", Map.of("team", "lab", "models", List.of("gpt-*", "claude-sonnet")));
		String wide = issue(Map.of("name", "wide", "team", "lab", "application", "coder"), HttpStatus.CREATED);
		assertThat(models(wide)).containsExactly("gpt-*", "claude-sonnet");
		String one = issue(
				Map.of("name", "one", "team", "lab", "application", "coder", "models", List.of("claude-sonnet")),
				HttpStatus.CREATED);
		assertThat(issue(Map.of("name", "x", "team", "lab", "application", "coder", "models", List.of("o3")),
				HttpStatus.FORBIDDEN))
			.isEqualTo("key_too_wide");
		assertThat(issue(Map.of("name", "x", "team", "elsewhere", "application", "coder"), HttpStatus.FORBIDDEN))
			.isEqualTo("application_of_another_team");
		put("/v1/applications/coder", Map.of("team", "lab", "models", List.of("gpt-4o", "gpt-4o-mini")));
		assertThat(models(wide)).containsExactly("gpt-4o", "gpt-4o-mini");
		assertThat(Contracts.errors("access-changed-v1", published(wide).toString())).isEmpty();
		assertThat(published(one).path("revoked").asBoolean()).isTrue();
		put("/v1/teams/another", Map.of());
		refuse("/v1/applications/coder", Map.of("team", "another"), "team");
		assertThat(ids(ask(RunningService.ADMIN, HttpMethod.GET, "/v1/applications?team=lab", null, HttpStatus.OK)))
			.containsExactly("coder");
		ask(RunningService.ADMIN, HttpMethod.DELETE, "/v1/applications/coder", null, HttpStatus.NO_CONTENT);
		assertThat(published(wide).path("revoked").asBoolean()).isTrue();
	}

	private static List<String> ids(JsonNode page) {
		return page.path("data").valueStream().map((item) -> item.path("id").asString()).toList();
	}

	private static List<String> models(String key) {
		return published(key).path("models").valueStream().map(JsonNode::asString).toList();
	}

	private static String issue(Map<String, Object> request, HttpStatus expected) {
		JsonNode answer = ask(RunningService.ADMIN, HttpMethod.POST, "/v1/keys", request, expected);
		return (expected == HttpStatus.CREATED) ? answer.path("id").asString()
				: answer.path("error").path("code").asString();
	}

	private static JsonNode put(String path, Map<String, Object> body) {
		return ask(RunningService.ADMIN, HttpMethod.PUT, path, body, HttpStatus.OK);
	}

	private static void refuse(String path, Map<String, Object> body, String param) {
		JsonNode answer = ask(RunningService.ADMIN, HttpMethod.PUT, path, body, HttpStatus.BAD_REQUEST);
		assertThat(answer.path("error").path("param").asString()).isEqualTo(param);
	}

	private static JsonNode ask(ServiceContext caller, HttpMethod method, String path, @Nullable Object body,
			HttpStatus expected) {
		var request = service.as(caller).method(method).uri(URI.create(service.url() + path));
		var sent = (body != null) ? request.bodyValue(body).exchange() : request.exchange();
		byte[] answer = sent.expectStatus().isEqualTo(expected).expectBody().returnResult().getResponseBody();
		return (answer != null && answer.length > 0) ? JSON.readTree(answer) : JSON.createObjectNode();
	}

	private static JsonNode published(String id) {
		return TestTopics.readAll("hilum.access.v1")
			.stream()
			.filter((item) -> item.key().equals("key:" + id))
			.reduce((first, second) -> second)
			.map((item) -> JSON.readTree(new String(Objects.requireNonNull(item.value()), StandardCharsets.UTF_8)))
			.orElseThrow();
	}

	private static long audited(String action, String decision) {
		return TestTopics.readAll("hilum.audit.v1")
			.stream()
			.map((item) -> JSON.readTree(item.value()))
			.filter((event) -> event.path("action").asString().equals(action)
					&& event.path("decision").asString().equals(decision))
			.count();
	}

}
