package io.hilum.usage.audit.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import io.hilum.usage.Await;
import io.hilum.usage.Examples;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import io.hilum.usage.audit.AuditExporter;
import io.hilum.usage.audit.AuditSealer;
import io.hilum.usage.audit.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The evidence from topic to archive in the whole service on real parts, and what is
 * found of an alteration in Postgres itself.
 */
class AuditIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TestDatabase database = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@BeforeEach
	void start() {
		TestTopics.ensure(AuditTrail.TOPIC, 6);
		this.database.atTheEndOf(AuditTrail.TOPIC);
		this.service = RunningService.start(this.database.part(), this.home, "--hilum.audit.seal-interval=1h",
				"--hilum.audit.batch-size=16");
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void linksEachEventOnceThroughDuplicatesAndReordering() {
		List<Map.Entry<String, byte[]>> events = events(120);
		TestTopics.send(AuditTrail.TOPIC, events);
		TestTopics.send(AuditTrail.TOPIC, events);
		Collections.shuffle(events, new Random(7));
		TestTopics.send(AuditTrail.TOPIC, events);
		awaitAllRead();
		assertThat(this.database.number("SELECT count(*) FROM usage.audit_event")).isEqualTo(120);
		assertThat(this.database.number("SELECT max(sequence) FROM usage.audit_event")).isEqualTo(120);
		seal();
		assertThat(verify()).as(this.printed).isZero();
		assertThat(this.printed).contains("VERIFIED folder: 120 events, 8 signed batches")
			.contains("VERIFIED database: 120 events");
	}

	@Test
	void keepsItsKeyToItself() throws IOException {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.home.resolve("key.pem"))))
			.isEqualTo("rw-------");
		append(1);
		seal();
		try (var files = Files.walk(this.home.resolve("audit"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(Files.readString(file)).doesNotContain("PRIVATE KEY");
			}
		}
	}

	@Test
	void goesOnAfterARestartWithTheSameKeyAndChain() {
		append(20);
		seal();
		this.service.close();
		this.service = RunningService.start(this.database.part(), this.home, "--hilum.audit.seal-interval=1h");
		append(5);
		seal();
		assertThat(verify()).as(this.printed).isZero();
	}

	@Test
	void verifiesHeadsOfAFormerKey() throws IOException {
		append(5);
		seal();
		this.service.close();
		Path former = Files.move(this.home.resolve("key.pem"), this.home.resolve("former.pem"));
		this.service = RunningService.start(this.database.part(), this.home, "--hilum.audit.seal-interval=1h",
				"--hilum.audit.former-key-files=" + former);
		append(5);
		seal();
		assertThat(get("/v1/audit/verification").path("verified").asBoolean()).isTrue();
		assertThat(run("--public-key", former.toString(), "--public-key", this.home.resolve("key.pem").toString()))
			.as(this.printed)
			.isZero();
		assertThat(run("--public-key", former.toString())).isEqualTo(1);
	}

	@Test
	void bringsBackWhatARestoreFromABackupLost() {
		append(20);
		seal();
		append(4);
		this.database.client().sql("CREATE TABLE usage.backup AS SELECT * FROM usage.inbox_position").then().block();
		append(30);
		seal();
		append(3);
		this.service.close();
		restoreBackup(2, 24);
		this.service = RunningService.start(this.database.part(), this.home, "--hilum.audit.seal-interval=1h");
		append(2);
		assertThat(this.database.number("SELECT count(*) FROM usage.audit_event")).isEqualTo(59);
		seal();
		assertThat(verify()).as(this.printed).isZero();
		assertThat(this.printed).contains("VERIFIED folder: 59 events").contains("VERIFIED database: 59 events");
	}

	@Test
	void doesNotStartOnAChainThatIsNotTheArchives() {
		append(20);
		seal();
		this.service.close();
		restoreBackup(0, 10);
		this.database.client()
			.sql("ALTER TABLE usage.audit_event DISABLE TRIGGER ALL; "
					+ "UPDATE usage.audit_event SET subject = 'mallory' WHERE sequence = 3; "
					+ "ALTER TABLE usage.audit_event ENABLE TRIGGER ALL")
			.then()
			.block();
		assertThatThrownBy(() -> RunningService.start(this.database.part(), this.home))
			.hasStackTraceContaining("the archive holds another batch from event 1 on");
	}

	@Test
	void exportsAgainWhatTheArchiveLost() throws IOException {
		append(40);
		seal();
		Path manifest = this.home.resolve("audit/manifest.json");
		Files.delete(manifest);
		Files.delete(this.home.resolve("audit/heads/000002.json"));
		this.service.bean(AuditExporter.class).export().block();
		assertThat(verify()).as(this.printed).isZero();
	}

	@Test
	void neverOverwritesAnArchiveThatSaysSomethingElse() throws IOException {
		append(20);
		seal();
		Files.delete(this.home.resolve("audit/manifest.json"));
		Path batch = this.home.resolve("audit/batches/000001.ndjson");
		String forged = Files.readString(batch).replace("amelia", "mallory");
		Files.writeString(batch, forged);
		assertThat(this.service.bean(AuditExporter.class).export().onErrorResume((ex) -> {
			assertThat(ex).hasMessageContaining("batches/000001.ndjson");
			return reactor.core.publisher.Mono.just(-1L);
		}).block()).isEqualTo(-1);
		assertThat(Files.readString(batch)).isEqualTo(forged);
	}

	@Test
	void findsEveryAlterationInThePostgresTable() {
		append(40);
		seal();
		append(5);
		assertThat(verify()).as(this.printed).isZero();
		List<String> alterations = List.of(
				"UPDATE usage.audit_event SET event = replace(event, 'amelia', 'mallory') WHERE sequence = 11",
				"UPDATE usage.audit_event SET event = event || ' ' WHERE sequence = 11",
				"UPDATE usage.audit_event SET event = 'gone' WHERE sequence = 11",
				"UPDATE usage.audit_event SET subject = 'mallory' WHERE sequence = 11",
				"UPDATE usage.audit_event SET time = time + interval '1 second' WHERE sequence = 11",
				"UPDATE usage.audit_event SET decision = 'refused' WHERE sequence = 11",
				"UPDATE usage.audit_event SET patients = ARRAY['pt_forged0forged0forged00000'] WHERE sequence = 11",
				"UPDATE usage.audit_event SET hash = repeat('0', 64) WHERE sequence = 11",
				"DELETE FROM usage.audit_event WHERE sequence = 11",
				"DELETE FROM usage.audit_event WHERE sequence >= 11",
				"UPDATE usage.audit_event SET sequence = 999 WHERE sequence = 11",
				"UPDATE usage.audit_event a SET event = b.event FROM usage.audit_event b WHERE a.sequence = 11 AND b.sequence = 12");
		for (String alteration : alterations) {
			altering(alteration, () -> {
				JsonNode result = get("/v1/audit/verification");
				assertThat(result.path("verified").asBoolean()).as(alteration).isFalse();
				assertThat(result.path("firstBad").path("sequence").asLong()).as(alteration).isEqualTo(11);
				assertThat(verify()).as(alteration).isEqualTo(1);
				assertThat(this.printed).as(alteration).contains("ALTERED at event 11:");
			});
		}
		altering("DELETE FROM usage.audit_event WHERE sequence > 40", () -> {
			JsonNode result = get("/v1/audit/verification");
			assertThat(result.path("firstBad").path("kind").asString()).isEqualTo("CUT_OFF");
		});
		assertThat(get("/v1/audit/verification").path("verified").asBoolean()).isTrue();
	}

	@Test
	void refusesChangesOfTheChain() {
		append(1);
		for (String sql : List.of("UPDATE usage.audit_event SET subject = 'x'", "DELETE FROM usage.audit_event",
				"TRUNCATE usage.audit_event", "TRUNCATE usage.audit_head")) {
			assertThat(this.database.client()
				.sql(sql)
				.then()
				.thenReturn("done")
				.onErrorResume((ex) -> reactor.core.publisher.Mono.just(String.valueOf(ex.getMessage())))
				.block()).as(sql).contains("append-only");
		}
	}

	@Test
	void searchesForAdministratorsAndRecordsThatTheyDid() {
		append(30);
		JsonNode page = get("/v1/audit?limit=20&action=chat.completion");
		assertThat(page.path("data")).hasSize(20);
		JsonNode rest = get("/v1/audit?limit=20&action=chat.completion&cursor=" + page.path("cursor").asLong());
		assertThat(rest.path("data")).hasSize(10);
		assertThat(rest.path("hasMore").asBoolean()).isFalse();
		assertThat(page.path("data").get(0).path("event").path("subject").asString()).contains("amelia");
		assertThat(get("/v1/audit?subject=nobody").path("data")).isEmpty();
		assertThat(get("/v1/audit?to=2020-01-01T00:00:00Z").path("data")).isEmpty();
		Await.until("four searches are in the chain", () -> this.database
			.number("SELECT count(*) FROM usage.audit_event WHERE action = 'audit.read' AND subject = 'idp|ada'") == 4);
		this.service.as(RunningService.BO).get().uri("/v1/audit").exchange().expectStatus().isForbidden();
		this.service.as(RunningService.ADMIN)
			.get()
			.uri("/v1/audit?limit=1001")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void accountsForDisclosuresOfAPatient() {
		String patient = "pt_Zk3vQ1r9TnX0aBcDeFgHiJkL";
		String path = "/v1/audit/patients/" + patient;
		append(10);
		List<Map.Entry<String, byte[]>> concerned = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			concerned.add(Map.entry("r" + i, bytes(concerning(patient))));
			concerned.add(Map.entry("o" + i, bytes(concerning("pt_another0patient000000000"))));
		}
		concerned.add(Map.entry("blocked",
				bytes(concerning(patient).put("status", 400).putNull("provider").put("decision", "refused"))));
		TestTopics.send(AuditTrail.TOPIC, concerned);
		awaitAllRead();
		assertThat(get(path + "/accesses").path("data")).hasSize(6);
		JsonNode page = get(path + "/disclosures?limit=3");
		assertThat(page.path("data")).hasSize(3);
		JsonNode rest = get(path + "/disclosures?limit=3&cursor=" + page.path("cursor").asLong());
		assertThat(rest.path("data")).hasSize(2);
		assertThat(rest.path("data").get(0).path("recipient").path("agreement").asString()).isEqualTo("microsoft-baa");
		assertThat(rest.path("data").get(0).path("data").path("kinds").path("MRN").asInt()).isOne();
		assertThat(get(path + "/disclosures?to=2020-01-01T00:00:00Z").path("data")).isEmpty();
		Await.until("three looks are in the chain", () -> this.database
			.number("SELECT count(*) FROM usage.audit_event WHERE action = 'patient.disclosures'") == 3);
		this.service.as(RunningService.BO).get().uri(path + "/accesses").exchange().expectStatus().isForbidden();
		this.service.as(RunningService.ADMIN)
			.get()
			.uri("/v1/audit/patients/4711/accesses")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	private static ObjectNode concerning(String patient) {
		ObjectNode tree = (ObjectNode) JSON.readTree(Examples.read("audit-recorded-v1/disclosure.json"));
		tree.put("id", UUID.randomUUID().toString()).putArray("patients").add(patient);
		return tree;
	}

	@Test
	void exportsWhatTheVerifierComparesWithTheHeads() throws IOException {
		append(20);
		seal();
		byte[] export = Objects.requireNonNull(this.service.as(RunningService.ADMIN)
			.get()
			.uri("/v1/audit/export")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith("application/x-ndjson")
			.expectBody()
			.returnResult()
			.getResponseBody());
		Path file = Files.write(this.home.resolve("export.ndjson"), export);
		assertThat(run("--export", file.toString())).as(this.printed).isZero();
		Files.writeString(file, new String(export, StandardCharsets.UTF_8).replaceFirst("amelia", "mallory"));
		assertThat(run("--export", file.toString())).isEqualTo(1);
		assertThat(get("/v1/audit/heads").path("data").get(0).path("hash").asString()).hasSize(64);
	}

	@Test
	void keepsNoFieldThatTheContractDoesNotName() {
		ObjectNode wordy = event().put("prompt", "Irma Peterhoff");
		TestTopics.send(AuditTrail.TOPIC, List.of(Map.entry("r", bytes(wordy))));
		awaitAllRead();
		assertThat(this.database.number("SELECT count(*) FROM usage.audit_event")).isEqualTo(1);
		assertThat(this.database.number("SELECT count(*) FROM usage.audit_event e WHERE e::text LIKE '%Irma%'"))
			.isZero();
	}

	private String printed = "";

	private void append(int count) {
		TestTopics.send(AuditTrail.TOPIC, events(count));
		awaitAllRead();
	}

	private void seal() {
		this.service.bean(AuditSealer.class).seal().block();
		this.service.bean(AuditExporter.class).export().block();
	}

	/**
	 * Makes the chain what it was, as a restore of the database would.
	 */
	private void restoreBackup(long batches, long events) {
		this.database.client()
			.sql("ALTER TABLE usage.audit_event DISABLE TRIGGER ALL; ALTER TABLE usage.audit_head DISABLE TRIGGER ALL; "
					+ "DELETE FROM usage.audit_event WHERE sequence > " + events + "; "
					+ "DELETE FROM usage.audit_head WHERE batch > " + batches + "; "
					+ "UPDATE usage.audit_tip SET sequence = " + events
					+ ", hash = (SELECT hash FROM usage.audit_event WHERE sequence = " + events + "); "
					+ "CREATE TABLE IF NOT EXISTS usage.backup AS SELECT * FROM usage.inbox_position; "
					+ "DELETE FROM usage.inbox_position; INSERT INTO usage.inbox_position SELECT * FROM usage.backup; "
					+ "ALTER TABLE usage.audit_event ENABLE TRIGGER ALL; ALTER TABLE usage.audit_head ENABLE TRIGGER ALL")
			.then()
			.block();
	}

	/**
	 * Reading the trail is on the trail, a moment later: what was read before must be
	 * linked, and nothing linked between the copy and the alteration.
	 */
	private void altering(String alteration, Runnable check) {
		awaitAllRead();
		this.database.client()
			.sql("LOCK TABLE usage.audit_event; CREATE TABLE usage.intact AS SELECT * FROM usage.audit_event; "
					+ "ALTER TABLE usage.audit_event DISABLE TRIGGER ALL; " + alteration)
			.then()
			.block();
		check.run();
		this.database.client()
			.sql("LOCK TABLE usage.audit_event; "
					+ "DELETE FROM usage.audit_event WHERE sequence IN (SELECT sequence FROM usage.intact) OR sequence = 999; "
					+ "INSERT INTO usage.audit_event SELECT * FROM usage.intact; DROP TABLE usage.intact; "
					+ "ALTER TABLE usage.audit_event ENABLE TRIGGER ALL")
			.then()
			.block();
	}

	private int verify() {
		return run("--database",
				this.database.part().jdbcUrl() + (this.database.part().jdbcUrl().contains("?") ? "&" : "?") + "user="
						+ this.database.part().username() + "&password=" + this.database.part().password());
	}

	private int run(String... options) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		List<String> args = new ArrayList<>(List.of(this.home.resolve("audit").toString()));
		args.addAll(List.of(options));
		int code = io.hilum.usage.audit.verify.VerifyAuditCommand
			.run(new PrintStream(out, true, StandardCharsets.UTF_8), args.toArray(String[]::new));
		this.printed = out.toString(StandardCharsets.UTF_8);
		return code;
	}

	private void awaitAllRead() {
		Await.until("all events are published", () -> this.database.number("SELECT count(*) FROM usage.outbox") == 0);
		TestTopics.Ends ends = TestTopics.ends(AuditTrail.TOPIC);
		long end = ends.offsets().values().stream().mapToLong(Long::longValue).sum();
		Await.until("all records are read", () -> this.database.number(
				"SELECT CAST(sum(next_offset) AS bigint) FROM usage.inbox_position WHERE topic = 'hilum.audit.v1'") >= end);
	}

	private static List<Map.Entry<String, byte[]>> events(int count) {
		List<Map.Entry<String, byte[]>> events = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			events.add(Map.entry("req-" + i, bytes(event())));
		}
		return events;
	}

	private static ObjectNode event() {
		ObjectNode tree = (ObjectNode) JSON.readTree(Examples.read("audit-recorded-v1/chat.json"));
		return tree.put("id", UUID.randomUUID().toString());
	}

	private static byte[] bytes(ObjectNode tree) {
		return tree.toString().getBytes(StandardCharsets.UTF_8);
	}

	private JsonNode get(String uri) {
		return JSON.readTree(Objects.requireNonNull(this.service.as(RunningService.ADMIN)
			.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody()));
	}

}
