package io.hilum.usage.audit.retention;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.hilum.usage.Await;
import io.hilum.usage.Examples;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import io.hilum.usage.audit.AuditArchive;
import io.hilum.usage.audit.AuditChain;
import io.hilum.usage.audit.AuditExporter;
import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.AuditRecovery;
import io.hilum.usage.audit.AuditSealer;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.audit.ExpiredParts;
import io.hilum.usage.audit.HeadSigner;
import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.verify.VerifyAuditCommand;
import io.hilum.usage.transaction.UnitOfWork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Six years on real parts: what goes, what stays, and what a hold keeps.
 */
class AuditRetentionIT {

	private static final int BATCH = 16;

	private final TestDatabase database = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	private String said = "";

	@BeforeEach
	void start() {
		TestTopics.ensure(AuditTrail.TOPIC, 6);
		this.database.atTheEndOf(AuditTrail.TOPIC);
		this.service = start(this.database);
	}

	private RunningService start(TestDatabase on) {
		return RunningService.start(on.part(), this.home, "--hilum.audit.seal-interval=1h",
				"--hilum.audit.batch-size=" + BATCH);
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void removesWholeBatchesAfterSixYearsAndVerifiesTheRest() throws IOException {
		append(40);
		seal();
		assertThat(expireAfter(Duration.ofDays(6 * 365))).isNull();
		assertThat(this.database.number("SELECT count(*) FROM usage.audit_event")).isEqualTo(40);
		assertThat(expireAfter(Duration.ofDays(2200))).isEqualTo(32);
		assertThat(this.database.number("SELECT min(sequence) FROM usage.audit_event")).isEqualTo(33);
		assertThat(this.database.number("SELECT min(batch) FROM usage.audit_head")).isEqualTo(3);
		assertThat(verify()).as(this.said).isZero();
		assertThat(this.service.bean(ExpiredParts.class).remove().block()).isEqualTo(4);
		assertThat(this.service.bean(ExpiredParts.class).remove().block()).isZero();
		try (Stream<Path> left = Files.list(this.home.resolve("audit/batches"))) {
			assertThat(left.map((file) -> String.valueOf(file.getFileName()))).containsExactly("000003.ndjson");
		}
		assertThat(expireAfter(Duration.ofDays(2200))).isNull();
		Await.until("the removal is in the chain", () -> this.database
			.number("SELECT count(*) FROM usage.audit_event WHERE action = 'audit.expire'") == 1);
		append(10);
		seal();
		assertThat(verify()).as(this.said).isZero();
		assertThat(this.said).contains("NOTE events 1 to 32 were removed when their time was over");
		this.service.as(RunningService.ADMIN)
			.get()
			.uri("/v1/audit/verification")
			.exchange()
			.expectBody()
			.jsonPath("$.verified")
			.isEqualTo(true);
		assertThat(refusal("DELETE FROM usage.audit_event WHERE sequence = 33")).contains("append-only");
	}

	@Test
	void startsOnAnEmptyDatabaseWithWhatTheArchiveStillHas() {
		append(40);
		seal();
		assertThat(expireAfter(Duration.ofDays(2200))).isEqualTo(32);
		this.service.bean(ExpiredParts.class).remove().block();
		this.service.close();
		TestDatabase empty = TestDatabase.create().atTheEndOf(AuditTrail.TOPIC);
		this.service = start(empty);
		assertThat(empty.number("SELECT count(*) FROM usage.audit_event")).isEqualTo(8);
		assertThat(empty.number("SELECT sequence FROM usage.audit_tip")).isEqualTo(40);
		this.service.bean(AuditSealer.class).seal().block();
		this.service.bean(AuditExporter.class).export().block();
		assertThat(run(empty)).as(this.said).isZero();
	}

	@Test
	void keepsWhatAHoldIsOn() {
		append(40);
		seal();
		place("doe-v-general", "null").expectStatus().isCreated();
		assertThat(expireAfter(Duration.ofDays(4000))).isNull();
		place("doe-v-general", "null").expectStatus().isBadRequest();
		place("Doe v. General", "null").expectStatus().isBadRequest();
		place("later", "\"2999-01-01T00:00:00Z\"").expectStatus().isCreated();
		place("earlier", "\"2020-01-01T00:00:00Z\"").expectStatus().isCreated();
		lift("doe-v-general").expectStatus().isOk();
		lift("doe-v-general").expectStatus().isNotFound();
		assertThat(expireAfter(Duration.ofDays(4000))).isNull();
		lift("earlier").expectStatus().isOk();
		this.service.as(RunningService.ADMIN)
			.get()
			.uri("/v1/audit/holds")
			.exchange()
			.expectBody()
			.jsonPath("$.data.length()")
			.isEqualTo(3)
			.jsonPath("$.data[0].matter")
			.isEqualTo("later")
			.jsonPath("$.data[1].liftedBy")
			.isEqualTo("idp|ada");
		this.service.as(RunningService.BO).get().uri("/v1/audit/holds").exchange().expectStatus().isForbidden();
		Await.until("what was done about holds is in the chain", () -> this.database
			.number("SELECT count(*) FROM usage.audit_event WHERE action IN ('hold.place', 'hold.lift')") == 5);
		assertThat(expireAfter(Duration.ofDays(4000))).isNotNull();
	}

	@Test
	void aHoldWinsOverARemovalThatWasNeverCommitted() throws Exception {
		append(40);
		seal();
		UnitOfWork real = this.service.bean(UnitOfWork.class);
		UnitOfWork crashing = new UnitOfWork() {
			@Override
			public <T> Mono<T> inOne(Mono<T> work) {
				return real.inOne(work.then(Mono.error(() -> new IllegalStateException("the commit is lost"))));
			}
		};
		assertThatIllegalStateException().isThrownBy(() -> retention(Duration.ofDays(2200), crashing).expire().block());
		assertThat(this.service.bean(AuditArchive.class).read(ArchiveNames.EXPIRY).block()).isNotNull();
		try (Connection counsel = DriverManager.getConnection(this.database.part().jdbcUrl(),
				this.database.part().username(), this.database.part().password())) {
			counsel.setAutoCommit(false);
			try (Statement statement = counsel.createStatement()) {
				statement.executeUpdate("INSERT INTO usage.legal_hold (matter, reason, placed_by, placed_at) "
						+ "VALUES ('doe', 'counsel asked', 'idp|ada', now())");
			}
			CompletableFuture<@Nullable Long> started = this.service.bean(AuditRecovery.class).recover().toFuture();
			Await.until("the start waits for whoever places a hold", () -> this.database.number(
					"SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'usage.legal_hold'::regclass") == 1);
			counsel.commit();
			assertThat(started.get(60, TimeUnit.SECONDS)).isZero();
		}
		assertThat(this.database.number("SELECT count(*) FROM usage.audit_event WHERE sequence <= 40")).isEqualTo(40);
		assertThat(this.database.number("SELECT count(*) FROM usage.audit_expiry")).isZero();
		lift("doe").expectStatus().isOk();
		assertThat(this.service.bean(AuditRecovery.class).recover().block()).isZero();
		assertThat(this.database.number("SELECT min(sequence) FROM usage.audit_event")).isEqualTo(33);
		assertThat(verify()).as(this.said).isZero();
	}

	private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec place(String matter, String since) {
		return this.service.as(RunningService.ADMIN)
			.post()
			.uri("/v1/audit/holds")
			.header("Content-Type", "application/json")
			.bodyValue("{\"matter\":\"" + matter + "\",\"reason\":\"counsel asked\",\"since\":" + since + "}")
			.exchange();
	}

	private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec lift(String matter) {
		return this.service.as(RunningService.ADMIN).delete().uri("/v1/audit/holds/" + matter).exchange();
	}

	private @Nullable Long expireAfter(Duration time) {
		return retention(time, this.service.bean(UnitOfWork.class)).expire().block();
	}

	private AuditRetention retention(Duration time, UnitOfWork unitOfWork) {
		return new AuditRetention(this.service.bean(AuditChain.class), this.service.bean(AuditArchive.class),
				this.service.bean(LegalHolds.class), this.service.bean(HeadSigner.class),
				this.service.bean(AuditTrail.class), unitOfWork, this.service.bean(AuditProperties.class),
				Clock.offset(Clock.systemUTC(), time));
	}

	private void append(int count) {
		long before = this.database.number("SELECT max(sequence) FROM usage.audit_tip");
		List<Map.Entry<String, byte[]>> events = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(Examples.read("audit-recorded-v1/chat.json"));
			event.put("id", UUID.randomUUID().toString());
			events.add(Map.entry("req-" + i, event.toString().getBytes(StandardCharsets.UTF_8)));
		}
		TestTopics.send(AuditTrail.TOPIC, events);
		Await.until("all are linked",
				() -> this.database.number("SELECT max(sequence) FROM usage.audit_tip") >= before + count);
	}

	private void seal() {
		this.service.bean(AuditSealer.class).seal().block();
		this.service.bean(AuditExporter.class).export().block();
	}

	private String refusal(String sql) {
		return String.valueOf(this.database.client()
			.sql(sql)
			.then()
			.thenReturn("done")
			.onErrorResume((ex) -> Mono.just(String.valueOf(ex.getMessage())))
			.block());
	}

	private int verify() {
		return run(this.database);
	}

	private int run(TestDatabase on) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String url = on.part().jdbcUrl();
		int code = VerifyAuditCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8),
				this.home.resolve("audit").toString(), "--public-key", this.home.resolve("key.pem").toString(),
				"--database", url + (url.contains("?") ? "&" : "?") + "user=" + on.part().username() + "&password="
						+ on.part().password());
		this.said = out.toString(StandardCharsets.UTF_8);
		return code;
	}

}
