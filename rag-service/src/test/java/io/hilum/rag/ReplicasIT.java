package io.hilum.rag;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.rag.collection.KeyRenewal;
import io.hilum.parts.Parts;
import io.hilum.parts.PostgresPart;
import io.hilum.rag.embed.http.OutsideWorld;
import io.hilum.rag.read.Samples;
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

}
