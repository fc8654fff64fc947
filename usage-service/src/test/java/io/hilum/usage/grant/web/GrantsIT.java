package io.hilum.usage.grant.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.Await;
import io.hilum.usage.Contracts;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaking the glass and four eyes, in the whole service on real parts.
 */
class GrantsIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TestDatabase DATABASE = TestDatabase.create();

	private static final ServiceContext SECOND = RunningService.caller("idp|grace", "platform", null, "Admin");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home, "--hilum.grants.emergency-for=Clinician",
				"--hilum.grants.emergency-roles=EmergencyAccess", "--hilum.grants.max-unreviewed=2",
				"--hilum.grants.watch-interval=100ms");
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void givesTheRolesOfAnEmergencyAtOnceAndRaisesTheAlarm() {
		ServiceContext clinician = somebody("Clinician");
		Instant before = Instant.now();
		JsonNode grant = created(clinician, "/v1/grants/emergency", wish());
		assertThat(grant.path("kind").asString()).isEqualTo("emergency");
		assertThat(Instant.parse(grant.path("expiresAt").asString())).isBetween(before.plusSeconds(29 * 60),
				before.plusSeconds(60 * 60));
		JsonNode event = published(grant.path("id").asString());
		assertThat(Contracts.errors("access-changed-v1", event.toString())).isEmpty();
		assertThat(event.path("subject").asString()).isEqualTo(clinician.subject());
		assertThat(event.path("roles").toString()).isEqualTo("[\"EmergencyAccess\"]");
		MeterRegistry meters = service.bean(MeterRegistry.class);
		assertThat(meters.get("hilum.usage.emergencies").counter().count()).isPositive();
		Await.until("the alarm is raised", () -> meters.get("hilum.usage.emergencies.open").gauge().value() >= 1);
		Await.until("it is on record", () -> DATABASE.number(
				"SELECT count(*) FROM usage.audit_event WHERE action = 'emergency.open' AND decision = 'allowed'") >= 1);
	}

	@Test
	void letsOnlyPeopleBreakTheGlassWhoMay() {
		assertThat(refused(somebody("Billing"), "/v1/grants/emergency", wish())).contains("emergency_not_allowed");
		ServiceContext byKey = RunningService.caller("idp|" + UUID.randomUUID(), "cardiology", "k7m2p4", "Clinician");
		assertThat(refused(byKey, "/v1/grants/emergency", wish())).contains("emergency_not_allowed");
	}

	@Test
	void takesNoTextAndNoLongerTimeAndNoOtherRoles() {
		ServiceContext clinician = somebody("Clinician");
		for (Map<String, Object> more : List.<Map<String, Object>>of(Map.of("reason", "Irma Peter collapsed"),
				Map.of("ticket", "Irma Peter"), Map.of("ticket", "964741"), Map.of("minutes", 61), Map.of("minutes", 0),
				Map.of("roles", List.of("Admin")), Map.of("subject", "idp|bo"))) {
			Map<String, Object> request = new HashMap<>(wish());
			request.putAll(more);
			assertThat(body(post(clinician, "/v1/grants/emergency", request), HttpStatus.BAD_REQUEST))
				.as(more.keySet().toString())
				.doesNotContain("Irma");
		}
	}

	@Test
	void wantsSomebodyElseToLookAtIt() {
		ServiceContext clinician = RunningService.caller("idp|" + UUID.randomUUID(), "cardiology", null, "Clinician",
				"Admin");
		String id = created(clinician, "/v1/grants/emergency", wish()).path("id").asString();
		String review = "/v1/grants/" + id + "/review";
		Map<String, Object> outcome = Map.of("outcome", "justified");
		assertThat(refused(clinician, review, outcome)).contains("second_person_required");
		assertThat(refused(somebody("Clinician"), review, outcome)).contains("administrator_required");
		body(post(SECOND, review, Map.of("outcome", "fine")), HttpStatus.BAD_REQUEST);
		created(clinician, "/v1/grants/emergency", wish());
		assertThat(refused(clinician, "/v1/grants/emergency", wish())).contains("reviews_missing");
		post(SECOND, review, outcome).exchange().expectStatus().isNoContent();
		assertThat(refused(SECOND, review, outcome)).contains("already_reviewed");
		created(clinician, "/v1/grants/emergency", wish());
	}

	@Test
	void countsWhatNobodyHasLookedAtInTime() {
		DATABASE.client()
			.sql("""
					INSERT INTO usage.role_grant (id, kind, subject, roles, reason, ticket, minutes, requested_by, requested_at,
						expires_at) VALUES ('old', 'emergency', 'idp|old', '{E}', 'treatment', 'INC-1', 1, 'idp|old',
						now() - interval '73 hours', now() - interval '72 hours')
					""")
			.then()
			.block(Duration.ofSeconds(30));
		MeterRegistry meters = service.bean(MeterRegistry.class);
		Await.until("it is overdue", () -> meters.get("hilum.usage.emergencies.overdue").gauge().value() >= 1);
	}

	@Test
	void givesARoleOnlyWhenTwoAgree() {
		String subject = "idp|" + UUID.randomUUID();
		Map<String, Object> request = new HashMap<>(wish());
		request.putAll(Map.of("subject", subject, "roles", List.of("RawText"), "minutes", 600));
		assertThat(refused(somebody("Clinician"), "/v1/grants", request)).contains("administrator_required");
		JsonNode asked = created(RunningService.ADMIN, "/v1/grants", request);
		assertThat(asked.path("expiresAt").isNull()).isTrue();
		String id = asked.path("id").asString();
		assertThat(TestTopics.readAll("hilum.access.v1")).noneMatch((item) -> item.key().equals("grant:" + id));
		String approve = "/v1/grants/" + id + "/approve";
		assertThat(refused(RunningService.ADMIN, approve, Map.of())).contains("second_person_required");
		assertThat(refused(RunningService.caller(subject, "x", null, "Admin"), approve, Map.of()))
			.contains("second_person_required");
		assertThat(refused(RunningService.caller("idp|robot", "x", "k7m2p4", "Admin"), approve, Map.of()))
			.contains("second_person_required");
		JsonNode agreed = JSON.readTree(body(post(SECOND, approve, Map.of()), HttpStatus.OK));
		assertThat(agreed.path("approvedBy").asString()).isEqualTo("idp|grace");
		assertThat(published(id).path("roles").toString()).isEqualTo("[\"RawText\"]");
		assertThat(refused(SECOND, approve, Map.of())).contains("already_decided");
	}

	@Test
	void endsAGrantBeforeItsTimeAndForGood() {
		ServiceContext clinician = somebody("Clinician");
		String id = created(clinician, "/v1/grants/emergency", wish()).path("id").asString();
		long version = published(id).path("version").asLong();
		service.as(RunningService.BO).delete().uri("/v1/grants/" + id).exchange().expectStatus().isNotFound();
		service.as(clinician).delete().uri("/v1/grants/" + id).exchange().expectStatus().isNoContent();
		JsonNode ended = published(id);
		assertThat(Contracts.errors("access-changed-v1", ended.toString())).isEmpty();
		assertThat(ended.path("revoked").asBoolean()).isTrue();
		assertThat(ended.path("version").asLong()).isGreaterThan(version);
		service.as(clinician).delete().uri("/v1/grants/" + id).exchange().expectStatus().isNoContent();
		assertThat(body(service.as(clinician).get().uri("/v1/grants"), HttpStatus.OK)).contains(id);
		assertThat(body(service.as(RunningService.BO).get().uri("/v1/grants?limit=500"), HttpStatus.OK))
			.doesNotContain(id);
	}

	/** It would outlive the emergency. */
	@Test
	void givesNoKeyTheRolesOfAWhile() {
		ServiceContext clinician = somebody("Clinician");
		created(clinician, "/v1/grants/emergency", wish());
		ServiceContext meanwhile = RunningService.caller(clinician.subject(), "cardiology", null, "Clinician",
				"EmergencyAccess");
		assertThat(refused(meanwhile, "/v1/keys", Map.of("name", "forever", "roles", List.of("EmergencyAccess"))))
			.contains("key_too_wide");
		assertThat(created(meanwhile, "/v1/keys", Map.of("name", "usual")).path("roles").toString())
			.isEqualTo("[\"Clinician\"]");
		ServiceContext alone = RunningService.caller(clinician.subject(), "cardiology", null, "EmergencyAccess");
		assertThat(refused(alone, "/v1/keys", Map.of("name", "forever"))).contains("key_too_wide");
	}

	@Test
	void letsNobodyIssueKeysForOthersWhoAdministersForAWhile() {
		ServiceContext clinician = somebody("Clinician");
		String id = created(RunningService.ADMIN, "/v1/grants", Map.of("subject", clinician.subject(), "roles",
				List.of("Admin"), "reason", "operations", "ticket", "INC-4711", "minutes", 30))
			.path("id")
			.asString();
		body(post(SECOND, "/v1/grants/" + id + "/approve", Map.of()), HttpStatus.OK);
		ServiceContext meanwhile = RunningService.caller(clinician.subject(), "cardiology", null, "Clinician", "Admin");
		assertThat(refused(meanwhile, "/v1/keys",
				Map.of("name", "forever", "subject", "idp|somebody", "roles", List.of("Admin"))))
			.contains("key_too_wide");
	}

	private static ServiceContext somebody(String role) {
		return RunningService.caller("idp|" + UUID.randomUUID(), "cardiology", null, role);
	}

	private static Map<String, Object> wish() {
		return Map.of("reason", "treatment", "ticket", "INC-4711", "minutes", 30);
	}

	private static JsonNode created(ServiceContext caller, String path, Map<String, Object> request) {
		return JSON.readTree(body(post(caller, path, request), HttpStatus.CREATED));
	}

	private static String refused(ServiceContext caller, String path, Map<String, Object> request) {
		return body(post(caller, path, request), HttpStatus.FORBIDDEN);
	}

	private static WebTestClient.RequestHeadersSpec<?> post(ServiceContext caller, String path,
			Map<String, Object> request) {
		return service.as(caller).post().uri(path).bodyValue(request);
	}

	private static String body(WebTestClient.RequestHeadersSpec<?> request, HttpStatus status) {
		byte[] body = request.exchange().expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
		return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
	}

	private static JsonNode published(String id) {
		return TestTopics.readAll("hilum.access.v1")
			.stream()
			.filter((item) -> item.key().equals("grant:" + id))
			.reduce((older, newer) -> newer)
			.map((item) -> JSON.readTree(item.value()))
			.orElseThrow();
	}

}
