package io.hilum.rag;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.parts.Parts;
import io.hilum.parts.PostgresPart;
import io.hilum.rag.embed.http.OutsideWorld;
import io.hilum.rag.read.Samples;
import io.hilum.rag.seal.Keys;
import io.hilum.rag.seal.Place;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.WrappedKey;
import io.hilum.trust.seal.spring.KeyRenewal;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several processes on one database, and one process after another.
 */
class ReplicasIT {

	private static final Map<String, List<String>> CLINICIANS = Map.of("roles", List.of("Clinician"));

	private final PostgresPart database = Parts.postgres().newDatabase("rag");

	@Test
	void replicasSeeEachOthersDocuments() {
		try (RunningRag first = RunningRag.start(this.database)) {
			first.createCollection("guidelines", CLINICIANS);
			String old = first.ingest("guidelines", "a.txt", "text/plain", Samples.bytes("Digoxin slows the heart."))
				.get("id")
				.asString();
			try (RunningRag second = RunningRag.start(this.database)) {
				assertThat(second.search(Callers.CLINICIAN, "digoxin", "guidelines").texts()).hasSize(1);
				first.ingest("guidelines", "b.txt", "text/plain", Samples.bytes("Furosemide drains water."));
				await().atMost(Duration.ofSeconds(90))
					.untilAsserted(
							() -> assertThat(second.search(Callers.CLINICIAN, "furosemide", "guidelines").texts())
								.anyMatch((text) -> text.contains("Furosemide")));
				String path = "/v1/collections/guidelines/documents/" + old;
				assertThat(first.send(Callers.ADMIN, HttpMethod.DELETE, path, Map.of()).status()).isEqualTo(204);
				assertThat(second.search(Callers.CLINICIAN, "digoxin", "guidelines").texts())
					.noneMatch((text) -> text.contains("Digoxin"));
				assertThat(first
					.send(Callers.ADMIN, HttpMethod.PATCH, "/v1/collections/guidelines",
							Map.of("access", Map.of("roles", List.of("Billing"))))
					.status()).isEqualTo(200);
				assertThat(second.search(Callers.CLINICIAN, "furosemide", "guidelines").status()).isEqualTo(404);
			}
		}
	}

	@Test
	void theMasterKeyIsRotatedWhileOthersRead() {
		String after = "b3RoZXIgbWFzdGVyIGtleSBvZiAzMiBieXRlcyBoZXI=";
		try (RunningRag before = RunningRag.start(this.database, "hilum.encryption.other-masters=" + after)) {
			before.createCollection("letters", CLINICIANS);
			before.ingest("letters", "a.txt", "text/plain", Samples.bytes("Amiodarone was stopped."));
			try (RunningRag rotated = RunningRag.start(this.database, "hilum.encryption.master=" + after,
					"hilum.encryption.other-masters=" + RunningRag.MASTER)) {
				assertThat(rotated.search(Callers.CLINICIAN, "amiodarone", "letters").texts()).hasSize(1);
				assertThat(before.search(Callers.CLINICIAN, "amiodarone", "letters").texts()).hasSize(1);
				rotated.bean(KeyRenewal.class).renew().block(Duration.ofSeconds(60));
			}
		}
		try (RunningRag alone = RunningRag.start(this.database, "hilum.encryption.master=" + after)) {
			assertThat(alone.search(Callers.CLINICIAN, "amiodarone", "letters").texts()).hasSize(1);
		}
	}

	@Test
	void whatWasSealedInTheFirstFormIsReadAndMoved() throws SQLException {
		try (RunningRag rag = RunningRag.start(this.database)) {
			rag.createCollection("letters", CLINICIANS);
			rag.ingest("letters", "a.txt", "text/plain", Samples.bytes("Amiodarone was stopped."));
			String stored = query("select id || ' ' || data_key from rag.collections");
			UUID id = UUID.fromString(stored.substring(0, stored.indexOf(' ')));
			byte[] bound = rag.bean(KeyKeeper.class)
				.unwrap(WrappedKey.parse(stored.substring(stored.indexOf(' ') + 1)))
				.blockOptional(RunningRag.PATIENCE)
				.orElseThrow();
			byte[] first = Keys.wrappedInFirstForm(RunningRag.MASTER, Arrays.copyOf(bound, 32), id);
			query("update rag.collections set data_key = null, wrapped_key = decode('" + HexFormat.of().formatHex(first)
					+ "', 'hex') returning id");
		}
		try (RunningRag rag = RunningRag.start(this.database)) {
			assertThat(rag.search(Callers.CLINICIAN, "amiodarone", "letters").texts()).hasSize(1);
			assertThat(rag.bean(KeyRenewal.class).renew().block(RunningRag.PATIENCE)).isEqualTo(1);
			assertThat(rag.bean(KeyRenewal.class).renew().block(RunningRag.PATIENCE)).isZero();
			assertThat(query("select count(*) from rag.collections where wrapped_key is null")).isEqualTo("1");
			assertThat(rag.search(Callers.CLINICIAN, "amiodarone", "letters").texts()).hasSize(1);
		}
	}

	@Test
	void aDeletedKeyOpensNothingAnyMore() throws SQLException {
		try (RunningRag rag = RunningRag.start(this.database)) {
			rag.createCollection("letters", CLINICIANS);
			rag.ingest("letters", "a.txt", "text/plain", Samples.bytes("Amiodarone was stopped."));
			WrappedKey key = WrappedKey.parse(query("select data_key from rag.collections"));
			UUID id = UUID.fromString(query("select id::text from rag.collections"));
			AesGcm opened = rag.bean(DataKeys.class)
				.open(key, Place.ofKey(id))
				.blockOptional(RunningRag.PATIENCE)
				.orElseThrow();
			assertThat(rag.send(Callers.ADMIN, HttpMethod.DELETE, "/v1/collections/letters", Map.of()).status())
				.isEqualTo(204);
			assertThat(query("select count(*) from rag.collections where num_nonnulls(data_key, wrapped_key) > 0"))
				.isEqualTo("0");
			assertThat(rag.bean(DataKeys.class).open(key, Place.ofKey(id)).block(RunningRag.PATIENCE))
				.as("a key that nobody holds any more")
				.isNotSameAs(opened);
		}
	}

	@Test
	void documentsSurviveTheProcessThatReceivedThem() {
		String id;
		try (RunningRag first = RunningRag.start(this.database, "hilum.ingest.poll=1h")) {
			first.createCollection("letters", CLINICIANS);
			id = first.upload(Callers.ADMIN, "letters", "a.txt", "text/plain", Samples.bytes("Amiodarone was stopped."))
				.body()
				.get("id")
				.asString();
		}
		try (RunningRag second = RunningRag.start(this.database)) {
			assertThat(second.awaitEnd("letters", id).get("status").asString()).isEqualTo("ready");
			assertThat(second.search(Callers.CLINICIAN, "amiodarone", "letters").texts()).hasSize(1);
		}
	}

	@Test
	void documentsGetNewVectorsWhenTheModelChanges() {
		try (RunningRag small = RunningRag.start(this.database)) {
			small.createCollection("letters", CLINICIANS);
			small.ingest("letters", "a.txt", "text/plain", Samples.bytes(OutsideWorld.NAME + " took Amiodarone."));
		}
		try (OutsideWorld world = new OutsideWorld();
				RunningRag large = RunningRag.start(this.database, "hilum.embeddings.model=text-embedding-3-small",
						"hilum.embeddings.scrubber-url=" + world.url(), "hilum.embeddings.routing-url=" + world.url(),
						"hilum.context.issue.phi-scrubber-service=" + OutsideWorld.key("phi-scrubber-service"),
						"hilum.context.issue.routing-service=" + OutsideWorld.key("routing-service"))) {
			await().atMost(Duration.ofSeconds(90))
				.untilAsserted(() -> assertThat(large.search(Callers.CLINICIAN, "amiodarone", "letters").texts())
					.containsExactly(OutsideWorld.NAME + " took Amiodarone."));
			assertThat(world.routed()).isNotEmpty().noneMatch((body) -> body.contains("Irma"));
		}
	}

	@Test
	void refusesUploadsWhenTheQueueIsFull() {
		try (RunningRag rag = RunningRag.start(this.database, "hilum.ingest.poll=1h", "hilum.ingest.queue=2",
				"hilum.index.max-passages=1000")) {
			rag.createCollection("full", CLINICIANS);
			byte[] text = Samples.bytes("Text.");
			assertThat(rag.upload(Callers.ADMIN, "full", "a.txt", "text/plain", text).status()).isEqualTo(202);
			assertThat(rag.upload(Callers.ADMIN, "full", "b.txt", "text/plain", text).status()).isEqualTo(202);
			RunningRag.Answer refused = rag.upload(Callers.ADMIN, "full", "c.txt", "text/plain", text);
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.code()).isEqualTo("queue_full");
			assertThat(refused.retryAfter()).isNotNull();
		}
	}

	private String query(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.database.jdbcUrl(), this.database.username(),
				this.database.password());
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
