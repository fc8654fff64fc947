package io.hilum.usage.audit.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.usage.Await;
import io.hilum.usage.Examples;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.audit.HeadSigner;
import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.Manifest;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.verify.VerifierJar;
import io.hilum.usage.ledger.LedgerFixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Evidence on its whole way: from topics of a real Kafka through the service into a
 * bucket with locks, and from a copy of the bucket, with nothing else of Hilum but the
 * verifier and a public key, to its word. What somebody alters in the bucket is found.
 */
class ArchivedEvidenceIT {

	private static final String BUCKET = "hilum-evidence";

	private static final String PREFIX = "hospital/audit";

	private static final int EVENTS = 45;

	private static final int BATCH = 10;

	private static final String ALTERED = PREFIX + "/" + ArchiveNames.batch(3);

	private static final Map<String, String> CREDENTIALS = Map.of("aws.accessKeyId", "key", "aws.secretAccessKey",
			"secret");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static TestDatabase database;

	@SuppressWarnings("NullAway.Init")
	private static S3Server server;

	@SuppressWarnings("NullAway.Init")
	private static S3Client bucket;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path auditor;

	@BeforeAll
	static void archiveWhatComesFromKafka() throws IOException {
		database = TestDatabase.create();
		server = S3Server.start(home);
		bucket = server.client();
		bucket.createBucket((create) -> create.bucket(BUCKET).objectLockEnabledForBucket(true));
		bucket.putBucketVersioning((put) -> put.bucket(BUCKET)
			.versioningConfiguration((versioning) -> versioning.status(BucketVersioningStatus.ENABLED)));
		CREDENTIALS.forEach(System::setProperty);
		for (String topic : List.of(AuditTrail.TOPIC, "hilum.usage.v1")) {
			TestTopics.ensure(topic, 6);
			database.atTheEndOf(topic);
		}
		try (RunningService service = RunningService.start(database.part(), home, "--hilum.audit.seal-interval=200ms",
				"--hilum.audit.batch-size=" + BATCH, "--hilum.audit.archive.kind=s3",
				"--hilum.audit.archive.prefix=" + PREFIX, "--hilum.audit.archive.lock.mode=governance",
				"--hilum.audit.archive.s3.bucket=" + BUCKET, "--hilum.audit.archive.s3.endpoint=" + server.url(),
				"--hilum.audit.archive.s3.path-style=true")) {
			TestTopics.send(AuditTrail.TOPIC, events());
			TestTopics.send("hilum.usage.v1", usage());
			Await.until("the ledger has all",
					() -> database.number("SELECT count(*) FROM usage.ledger_entry") == EVENTS);
			Await.until("the archive has all", () -> archived() == EVENTS);
			Files.writeString(home.resolve("audit-public.pem"),
					Signatures.format(service.bean(HeadSigner.class).publicKey()));
		}
	}

	@AfterAll
	static void stop() {
		CREDENTIALS.keySet().forEach(System::clearProperty);
		bucket.close();
		server.close();
	}

	@Test
	void isVerifiedFromTheFilesOfTheBucketAlone() throws Exception {
		copyLatest();
		VerifierJar.Outcome outcome = verify();
		assertThat(outcome.said()).startsWith("VERIFIED folder: " + EVENTS + " events, ").hasLineCount(1);
		assertThat(outcome.code()).isZero();
	}

	@Test
	void isNotWhenAnObjectWasEditedAndIsAgainWithTheVersionThatWasLocked() throws Exception {
		String intact = bucket.getObjectAsBytes((get) -> get.bucket(BUCKET).key(ALTERED)).asUtf8String();
		String locked = versions().getFirst().versionId();
		put(intact.replaceFirst("amelia", "mallory"));
		try {
			copyLatest();
			VerifierJar.Outcome outcome = verify();
			assertThat(outcome.said()).matches("ALTERED at event \\d+: EDITED, .*\\R").hasLineCount(1);
			assertThat(outcome.code()).isEqualTo(1);
			assertThat(versions()).as("a lock keeps the version, beside which another was put").hasSize(2);
			Files.write(this.auditor.resolve("audit").resolve(ArchiveNames.batch(3)),
					bucket.getObjectAsBytes((get) -> get.bucket(BUCKET).key(ALTERED).versionId(locked)).asByteArray());
			assertThat(verify().code()).isZero();
		}
		finally {
			put(intact);
		}
	}

	@Test
	void isNotWhenAnObjectIsMissing() throws Exception {
		copyLatest();
		Files.delete(this.auditor.resolve("audit").resolve(ArchiveNames.batch(2)));
		VerifierJar.Outcome outcome = verify();
		assertThat(outcome.said()).startsWith("ALTERED at event ").hasLineCount(1);
		assertThat(outcome.code()).isEqualTo(1);
	}

	private VerifierJar.Outcome verify() throws IOException, InterruptedException {
		return VerifierJar.run(this.auditor, VerifierJar.COMMAND);
	}

	/** What {@code aws s3 sync} does. */
	private void copyLatest() throws IOException {
		Files.copy(home.resolve("audit-public.pem"), this.auditor.resolve("audit-public.pem"));
		for (S3Object object : objects()) {
			Path file = this.auditor.resolve("audit").resolve(object.key().substring(PREFIX.length() + 1));
			Files.createDirectories(file.getParent());
			Files.write(file, bucket.getObjectAsBytes((get) -> get.bucket(BUCKET).key(object.key())).asByteArray());
		}
	}

	private static List<S3Object> objects() {
		return bucket.listObjectsV2Paginator((list) -> list.bucket(BUCKET).prefix(PREFIX + "/"))
			.contents()
			.stream()
			.toList();
	}

	private static List<ObjectVersion> versions() {
		return bucket.listObjectVersions((list) -> list.bucket(BUCKET).prefix(ALTERED)).versions();
	}

	private static void put(String content) {
		bucket.putObject((put) -> put.bucket(BUCKET).key(ALTERED), RequestBody.fromString(content));
	}

	/** How many events the manifest speaks of, which is written last. */
	private static long archived() {
		String manifest = PREFIX + "/" + ArchiveNames.MANIFEST;
		return objects().stream()
			.map(S3Object::key)
			.filter(manifest::equals)
			.map((key) -> bucket.getObjectAsBytes((get) -> get.bucket(BUCKET).key(key)).asUtf8String())
			.mapToLong((json) -> Manifest.parse(json).events())
			.sum();
	}

	private static List<Map.Entry<String, byte[]>> events() {
		List<Map.Entry<String, byte[]>> events = new ArrayList<>();
		for (int i = 0; i < EVENTS; i++) {
			ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(Examples.read("audit-recorded-v1/chat.json"));
			event.put("id", UUID.randomUUID().toString());
			events.add(Map.entry("req-" + i, event.toString().getBytes(StandardCharsets.UTF_8)));
		}
		return events;
	}

	private static List<Map.Entry<String, byte[]>> usage() {
		List<Map.Entry<String, byte[]>> events = new ArrayList<>();
		for (int i = 0; i < EVENTS; i++) {
			events.add(Map.entry("cardiology",
					LedgerFixtures.event((tree) -> tree.put("team", "cardiology"))
						.toString()
						.getBytes(StandardCharsets.UTF_8)));
		}
		return events;
	}

}
