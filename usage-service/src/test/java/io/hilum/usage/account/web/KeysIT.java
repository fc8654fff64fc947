package io.hilum.usage.account.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.hilum.architecture.contract.ClosedDoors;
import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.Await;
import io.hilum.usage.Contracts;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys over HTTP, in Postgres and on the topic, in the whole service on real parts.
 */
class KeysIT {

	private static final String TOPIC = "hilum.access.v1";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration SOON = Duration.ofSeconds(1);

	/** A busy machine may be late, but not every time. */
	private static final int TRIES = 10;

	private static final TestDatabase DATABASE = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home, "--hilum.accounts.max-keys-per-subject=20",
				"--hilum.accounts.bootstrap-keys[0].id=bootstrap1",
				"--hilum.accounts.bootstrap-keys[0].sha256=" + "ab".repeat(32),
				"--hilum.accounts.bootstrap-keys[0].name=quick start",
				"--hilum.accounts.bootstrap-keys[0].subject=idp|ada", "--hilum.accounts.bootstrap-keys[0].roles=Admin",
				"--hilum.accounts.bootstrap-keys[0].team=platform");
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void showsANewKeyOnceAndPublishesItsHashOnly() {
		JsonNode issued = issue(RunningService.AMELIA, Map.of("name", "notebook"));
		String key = issued.path("key").asString();
		String id = issued.path("id").asString();
		assertThat(key).matches("hlm_[a-z0-9]{6,12}_[A-Za-z0-9_-]{43}").startsWith("hlm_" + id + "_");
		assertThat(issued.path("inForce").asBoolean()).isTrue();
		JsonNode event = published(id);
		assertThat(Contracts.errors("access-changed-v1", event.toString())).isEmpty();
		assertThat(event.path("sha256").asString()).isEqualTo(sha256(key));
		assertThat(event.path("roles").toString()).isEqualTo("[\"Clinician\"]");
		assertThat(event.path("subject").asString()).isEqualTo("idp|amelia");
		String listed = body(service.as(RunningService.AMELIA).get().uri("/v1/keys"), HttpStatus.OK);
		assertThat(listed).contains(id).doesNotContain(key).doesNotContain(sha256(key));
		String secret = key.substring(key.lastIndexOf('_') - 1);
		assertThat(DATABASE.number("SELECT count(*) FROM usage.api_key k WHERE k::text LIKE '%" + secret + "%'"))
			.isZero();
		assertThat(DATABASE.number("SELECT count(*) FROM usage.access_state k WHERE k::text LIKE '%" + secret + "%'"))
			.isZero();
	}

	@Test
	void carriesTheHeadersOfCloudEvents() {
		String id = issue(RunningService.AMELIA, Map.of("name", "headers")).path("id").asString();
		ConsumerRecord<String, byte[]> message = TestTopics.readAll(TOPIC)
			.stream()
			.filter((item) -> item.key().equals("key:" + id))
			.findFirst()
			.orElseThrow();
		Map<String, String> headers = TestTopics.headers(message);
		assertThat(Contracts.errors("cloud-event-headers-v1", JSON.writeValueAsString(headers))).isEmpty();
		assertThat(headers).containsEntry("ce_type", "hilum.access.changed.v1")
			.containsEntry("ce_source", "/usage-service")
			.containsKey("traceparent");
	}

	@Test
	void revokesAKeyEverywhereWithinASecond() {
		Duration soonest = untilRevoked();
		for (int more = 0; more < TRIES && soonest.compareTo(SOON) >= 0; more++) {
			soonest = untilRevoked();
		}
		assertThat(soonest).isLessThan(SOON);
	}

	private static Duration untilRevoked() {
		String id = issue(RunningService.AMELIA, Map.of("name", "short-lived")).path("id").asString();
		try (KafkaConsumer<String, byte[]> consumer = TestTopics.consumer(TOPIC, false)) {
			long begin = System.nanoTime();
			delete(RunningService.AMELIA, id).expectStatus().isNoContent();
			var message = TestTopics.await(consumer, (item) -> item.key().equals("key:" + id));
			Duration taken = Duration.ofNanos(System.nanoTime() - begin);
			assertThat(Contracts.errors("access-changed-v1", text(message))).isEmpty();
			assertThat(JSON.readTree(message.value()).path("revoked").asBoolean()).isTrue();
			return taken;
		}
	}

	@Test
	void growsTheVersionWithEachChange() {
		String id = issue(RunningService.AMELIA, Map.of("name", "versions")).path("id").asString();
		long first = published(id).path("version").asLong();
		delete(RunningService.AMELIA, id).expectStatus().isNoContent();
		assertThat(published(id).path("version").asLong()).isGreaterThan(first);
		delete(RunningService.AMELIA, id).expectStatus().isNoContent();
		assertThat(TestTopics.readAll(TOPIC).stream().filter((item) -> item.key().equals("key:" + id))).hasSize(2);
	}

	@Test
	void hidesKeysOfOthers() {
		String id = issue(RunningService.AMELIA, Map.of("name", "private")).path("id").asString();
		delete(RunningService.BO, id).expectStatus().isNotFound();
		delete(RunningService.BO, "nosuchkey1").expectStatus().isNotFound();
		assertThat(body(service.as(RunningService.BO).get().uri("/v1/keys"), HttpStatus.OK)).doesNotContain(id);
		assertThat(body(service.as(RunningService.ADMIN).get().uri("/v1/keys?limit=500"), HttpStatus.OK)).contains(id);
		delete(RunningService.ADMIN, id).expectStatus().isNoContent();
	}

	@Test
	void refusesKeysWiderThanWhoAsks() {
		for (Map<String, Object> wish : List.<Map<String, Object>>of(Map.of("roles", List.of("Admin")),
				Map.of("roles", List.of("Clinician", "Admin")), Map.of("team", "revenue"), Map.of("subject", "idp|ada"),
				Map.of("purpose", "payment"))) {
			Map<String, Object> request = new java.util.HashMap<>(wish);
			request.put("name", "too wide");
			String answer = body(post(RunningService.AMELIA, request), HttpStatus.FORBIDDEN);
			assertThat(answer).contains("key_too_wide").contains("\"error\"");
		}
		Await.until("five refusals are in the chain",
				() -> DATABASE.number("SELECT count(*) FROM usage.audit_event WHERE action = 'key.issue' "
						+ "AND decision = 'refused' AND event LIKE '%key_too_wide%'") >= 5);
	}

	@Test
	void handsOnTheLimitsOfTheKeyThatAsks() {
		JsonNode narrow = issue(RunningService.AMELIA, Map.of("name", "narrow", "models", List.of("gpt-4o-mini"),
				"networks", List.of("10.0.0.0/8"), "expiresAt", "2099-01-01T00:00:00Z"));
		ServiceContext caller = RunningService.caller("idp|amelia", "cardiology", narrow.path("id").asString(),
				"Clinician");
		JsonNode child = issue(caller, Map.of("name", "child"));
		assertThat(child.path("models").toString()).isEqualTo("[\"gpt-4o-mini\"]");
		assertThat(child.path("networks").toString()).isEqualTo("[\"10.0.0.0/8\"]");
		assertThat(child.path("expiresAt").asString()).isEqualTo("2099-01-01T00:00:00Z");
		body(post(caller, Map.of("name", "x", "models", List.of("*"))), HttpStatus.FORBIDDEN);
		body(post(caller, Map.of("name", "x", "networks", List.of())), HttpStatus.FORBIDDEN);
		body(post(caller, Map.of("name", "x", "expiresAt", "2199-01-01T00:00:00Z")), HttpStatus.FORBIDDEN);
	}

	@Test
	void letsAdministratorsIssueKeysForAnybody() {
		JsonNode issued = issue(RunningService.ADMIN, Map.of("name", "for bo", "subject", "idp|bo", "team", "revenue",
				"roles", List.of("Billing"), "purpose", "payment", "application", "claims"));
		assertThat(body(service.as(RunningService.BO).get().uri("/v1/keys"), HttpStatus.OK))
			.contains(issued.path("id").asString());
		assertThat(published(issued.path("id").asString()).path("purpose").asString()).isEqualTo("payment");
	}

	@Test
	void refusesMalformedWishes() {
		for (Map<String, Object> wish : List.<Map<String, Object>>of(Map.of(), Map.of("name", " "),
				Map.of("name", "a".repeat(101)), Map.of("name", "x", "networks", List.of("10.0.0.0/33")),
				Map.of("name", "x", "networks", List.of("example.com/8")), Map.of("name", "x", "models", List.of()),
				Map.of("name", "x", "models", List.of("a b")), Map.of("name", "x", "roles", List.of()),
				Map.of("name", "x", "expiresAt", "2001-01-01T00:00:00Z"), Map.of("name", "x", "expiresAt", "soon"),
				Map.of("name", "tab\there"))) {
			assertThat(body(post(RunningService.AMELIA, wish), HttpStatus.BAD_REQUEST)).as(wish.toString())
				.contains("\"error\":{\"message\"");
		}
		body(service.as(RunningService.AMELIA).get().uri("/v1/keys?limit=0"), HttpStatus.BAD_REQUEST);
		body(service.as(RunningService.AMELIA).get().uri("/v1/keys?limit=501"), HttpStatus.BAD_REQUEST);
		body(service.as(RunningService.AMELIA).get().uri("/v1/nothing"), HttpStatus.NOT_FOUND);
	}

	@Test
	void boundsTheKeysOfASubject() {
		ServiceContext hoarder = RunningService.caller("idp|hoarder", "cardiology", null, "Clinician");
		for (int i = 0; i < 20; i++) {
			issue(hoarder, Map.of("name", "key " + i));
		}
		assertThat(body(post(hoarder, Map.of("name", "one more")), HttpStatus.FORBIDDEN)).contains("too_many_keys");
		JsonNode page = JSON.readTree(body(service.as(hoarder).get().uri("/v1/keys?limit=15"), HttpStatus.OK));
		assertThat(page.path("hasMore").asBoolean()).isTrue();
		JsonNode rest = JSON
			.readTree(body(service.as(hoarder).get().uri("/v1/keys?limit=15&after=" + page.path("lastId").asString()),
					HttpStatus.OK));
		assertThat(rest.path("data")).hasSize(5);
		assertThat(rest.path("hasMore").asBoolean()).isFalse();
	}

	@Test
	void issuesTheKeysOfTheConfiguration() {
		Await.until("the key is there",
				() -> DATABASE.number("SELECT count(*) FROM usage.api_key WHERE id = 'bootstrap1'") == 1);
		Await.until("the key is published",
				() -> TestTopics.readAll(TOPIC)
					.stream()
					.anyMatch((item) -> item.key().equals("key:bootstrap1")
							&& JSON.readTree(item.value()).path("sha256").asString().equals("ab".repeat(32))));
	}

	/** Family 17: fields that nobody may set. */
	@Test
	void takesNoFieldThatIsNotTheCallersToSet() {
		Map<String, Object> request = new java.util.HashMap<>(Map.of("name", "mass", "id", "chosen1", "sha256",
				"00".repeat(32), "key", "hlm_chosen1_" + "k".repeat(43), "createdBy", "idp|ada", "createdAt",
				"2001-01-01T00:00:00Z", "isAdmin", true, "administers", true, "tenantId", "other"));
		request.putAll(Map.of("revoked", false, "version", 1, "retiring",
				Map.of("sha256", "00".repeat(32), "until", "2999-01-01T00:00:00Z")));
		WebTestClient.ResponseSpec answer = post(RunningService.AMELIA, request).exchange();
		byte[] body = answer.expectBody().returnResult().getResponseBody();
		String text = new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
		assertThat(DATABASE.number("SELECT count(*) FROM usage.api_key WHERE id = 'chosen1' OR sha256 = '"
				+ "00".repeat(32) + "' OR retiring_sha256 IS NOT NULL AND name = 'mass'"))
			.isZero();
		if (text.contains("\"error\"")) {
			return;
		}
		JsonNode issued = JSON.readTree(text);
		assertThat(issued.path("createdBy").asString()).isEqualTo("idp|amelia");
		assertThat(issued.path("roles").toString()).isEqualTo("[\"Clinician\"]");
		assertThat(published(issued.path("id").asString()).path("retiring").isNull()).isTrue();
	}

	@Test
	void rotatesAKeyUnderItsIdWithAnOverlap() {
		JsonNode issued = issue(RunningService.AMELIA, Map.of("name", "rotating", "models", List.of("gpt-4o")));
		String id = issued.path("id").asString();
		JsonNode rotated = JSON
			.readTree(body(rotate(RunningService.AMELIA, id, Map.of("overlap", "PT1H")), HttpStatus.OK));
		assertThat(rotated.path("id").asString()).isEqualTo(id);
		assertThat(rotated.path("key").asString()).startsWith("hlm_" + id + "_")
			.isNotEqualTo(issued.path("key").asString());
		JsonNode event = published(id);
		assertThat(Contracts.errors("access-changed-v1", event.toString())).isEmpty();
		assertThat(event.path("sha256").asString()).isEqualTo(sha256(rotated.path("key").asString()));
		assertThat(event.at("/retiring/sha256").asString()).isEqualTo(sha256(issued.path("key").asString()));
		assertThat(event.at("/retiring/until").asString()).isEqualTo(rotated.path("retiringUntil").asString());
		assertThat(event.path("models").toString()).isEqualTo("[\"gpt-4o\"]");
		JsonNode again = JSON
			.readTree(body(rotate(RunningService.AMELIA, id, Map.of("overlap", "PT0S")), HttpStatus.OK));
		assertThat(published(id).path("retiring").isNull()).isTrue();
		assertThat(published(id).path("sha256").asString()).isEqualTo(sha256(again.path("key").asString()));
		assertThat(body(service.as(RunningService.AMELIA).get().uri("/v1/keys?limit=500"), HttpStatus.OK))
			.doesNotContain(sha256(again.path("key").asString()));
	}

	/**
	 * The narrowing is under way when the rotation has found the key, and done when it
	 * changes it.
	 */
	@Test
	void publishesWithARotationWhatTheKeyMayDoByThen() {
		String id = issue(RunningService.AMELIA, Map.of("name", "narrowed", "models", List.of("*"))).path("id")
			.asString();
		Mono<CompletableFuture<String>> narrowing = DATABASE.client()
			.sql("UPDATE usage.api_key SET models = '{gpt-4o-mini}' WHERE id = :id")
			.bind("id", id)
			.then()
			.then(Mono.fromCallable(() -> rotationThatWaits(id)).subscribeOn(Schedulers.boundedElastic()));
		CompletableFuture<String> rotated = DATABASE.transactions().transactional(narrowing).block();
		assertThat(JSON.readTree(Objects.requireNonNull(rotated).join()).path("models").toString())
			.isEqualTo("[\"gpt-4o-mini\"]");
		assertThat(published(id).path("models").toString()).isEqualTo("[\"gpt-4o-mini\"]");
	}

	private static CompletableFuture<String> rotationThatWaits(String id) {
		CompletableFuture<String> rotation = CompletableFuture
			.supplyAsync(() -> body(rotate(RunningService.AMELIA, id, Map.of("overlap", "PT0S")), HttpStatus.OK));
		Await.until("the rotation waits for the narrowing",
				() -> DATABASE.number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
						+ "AND wait_event_type = 'Lock' AND query LIKE '%retiring_sha256%'") > 0);
		return rotation;
	}

	@Test
	void rotatesForNobodyElseAndNotWhatIsRevoked() {
		String id = issue(RunningService.AMELIA, Map.of("name", "mine")).path("id").asString();
		String narrow = issue(RunningService.AMELIA, Map.of("name", "narrow", "models", List.of("gpt-4o-mini")))
			.path("id")
			.asString();
		body(rotate(RunningService.BO, id, Map.of()), HttpStatus.NOT_FOUND);
		ServiceContext byKey = RunningService.caller("idp|amelia", "cardiology", narrow, "Clinician");
		assertThat(body(rotate(byKey, id, Map.of()), HttpStatus.FORBIDDEN)).contains("key_too_wide");
		body(rotate(byKey, narrow, Map.of()), HttpStatus.OK);
		for (String overlap : List.of("PT-1S", "P8D", "soon")) {
			body(rotate(RunningService.AMELIA, id, Map.of("overlap", overlap)), HttpStatus.BAD_REQUEST);
		}
		delete(RunningService.AMELIA, id).expectStatus().isNoContent();
		assertThat(body(rotate(RunningService.AMELIA, id, Map.of()), HttpStatus.FORBIDDEN)).contains("key_revoked");
		assertThat(published(id).path("revoked").asBoolean()).isTrue();
	}

	private static WebTestClient.RequestHeadersSpec<?> rotate(ServiceContext caller, String id,
			Map<String, Object> request) {
		return service.as(caller).post().uri("/v1/keys/" + id + "/rotate").bodyValue(request);
	}

	@Test
	void aKeyHasItsOwnBudgetFromTheBeginningToItsEnd() {
		JsonNode issued = issue(RunningService.AMELIA, Map.of("name", "limited", "budget",
				Map.of("limitUsd", "5.00", "window", "day", "warnAtPercent", List.of(50))));
		String id = issued.path("id").asString();
		assertThat(issued.at("/budget/limitUsd").asString()).isEqualTo("5.000000000");
		JsonNode event = lastOf("budget:key:" + id);
		assertThat(Contracts.errors("access-changed-v1", event.toString())).isEmpty();
		assertThat(event.path("limitNanoUsd").asLong()).isEqualTo(5_000_000_000L);
		assertThat(event.path("mode").asString()).isEqualTo("hard");
		List<String> order = TestTopics.readAll(TOPIC)
			.stream()
			.map(ConsumerRecord::key)
			.filter((key) -> key.endsWith(":" + id))
			.toList();
		assertThat(order).as("nobody knows the key without its budget")
			.containsExactly("budget:key:" + id, "key:" + id);
		assertThat(body(service.as(RunningService.AMELIA).get().uri("/v1/keys?limit=500"), HttpStatus.OK))
			.contains("\"id\":\"key:" + id + "\"");
		ServiceContext byKey = RunningService.caller("idp|amelia", "cardiology", id, "Clinician");
		assertThat(body(service.as(byKey).get().uri("/v1/me"), HttpStatus.OK)).contains("\"key:" + id + "\"");
		assertThat(JSON.readTree(body(rotate(byKey, id, Map.of()), HttpStatus.OK)).at("/budget/limitNanoUsd").asLong())
			.isEqualTo(5_000_000_000L);
		delete(RunningService.AMELIA, id).expectStatus().isNoContent();
		assertThat(lastOf("budget:key:" + id).path("revoked").asBoolean()).isTrue();
		assertThat(DATABASE.number("SELECT count(*) FROM usage.budget WHERE id = 'key:" + id + "'")).isZero();
	}

	@Test
	void aKeyGetsNotAroundItsBudgetByIssuingAnother() {
		String id = issue(RunningService.AMELIA, Map.of("name", "limited", "budget", Map.of("limitUsd", "5")))
			.path("id")
			.asString();
		ServiceContext byKey = RunningService.caller("idp|amelia", "cardiology", id, "Clinician");
		assertThat(body(post(byKey, Map.of("name", "child")), HttpStatus.FORBIDDEN)).contains("key_too_wide");
	}

	@Test
	void aKeyWhoseBudgetIsMalformedIsNotIssued() {
		for (Map<String, Object> wish : List.<Map<String, Object>>of(Map.of(), Map.of("limitUsd", "-1"),
				Map.of("limitUsd", "1", "window", "decade"), Map.of("limitUsd", "1", "rollOverUsd", "2"))) {
			body(post(RunningService.AMELIA, Map.of("name", "malformed budget", "budget", wish)),
					HttpStatus.BAD_REQUEST);
		}
		assertThat(DATABASE.number("SELECT count(*) FROM usage.api_key WHERE name = 'malformed budget'")).isZero();
	}

	@Test
	void admitsNobodyWithoutAContext() {
		service.client().get().uri("/v1/keys").exchange().expectStatus().isUnauthorized();
		service.client().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
	}

	@Test
	void opensNoDoorToACallWithoutAContext() {
		ClosedDoors doors = new ClosedDoors(URI.create(service.url()), OpenApi.of("usage-v1"));
		assertThat(doors.openedByNobody()).isEmpty();
		assertThat(doors.openedByForgeriesOf(ServiceContext.HEADER, service.sign(RunningService.ADMIN))).isEmpty();
	}

	private static JsonNode issue(ServiceContext caller, Map<String, Object> request) {
		return JSON.readTree(body(post(caller, request), HttpStatus.CREATED));
	}

	private static WebTestClient.RequestHeadersSpec<?> post(ServiceContext caller, Map<String, Object> request) {
		return service.as(caller).post().uri("/v1/keys").bodyValue(request);
	}

	private static WebTestClient.ResponseSpec delete(ServiceContext caller, String id) {
		return service.as(caller).delete().uri("/v1/keys/" + id).exchange();
	}

	private static String body(WebTestClient.RequestHeadersSpec<?> request, HttpStatus status) {
		byte[] body = request.exchange().expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
		return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
	}

	private static JsonNode published(String id) {
		return lastOf("key:" + id);
	}

	private static JsonNode lastOf(String key) {
		return TestTopics.readAll(TOPIC)
			.stream()
			.filter((item) -> item.key().equals(key))
			.reduce((older, newer) -> newer)
			.map((item) -> JSON.readTree(item.value()))
			.orElseThrow();
	}

	private static String text(ConsumerRecord<String, byte[]> message) {
		return new String(message.value(), StandardCharsets.UTF_8);
	}

	private static String sha256(String key) {
		try {
			return java.util.HexFormat.of()
				.formatHex(java.security.MessageDigest.getInstance("SHA-256")
					.digest(key.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
