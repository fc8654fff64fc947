package io.hilum.gateway.identity.kafka;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.hilum.gateway.identity.KeyRing;
import io.hilum.gateway.identity.KeyRings;
import io.hilum.gateway.identity.TemporaryRoles;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.parts.Parts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * {@link KafkaKeyFeed} on a real, compacted topic: what was revoked stays so, for those
 * who follow and for those who read it all again.
 */
class KafkaKeyFeedIT {

	private static final String KEY = "hlm_replay1_" + "s".repeat(43);

	private final String topic = "keys-" + UUID.randomUUID();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final KeyRing ring = KeyRings.empty(Clock.systemUTC());

	private final TemporaryRoles roles = KeyRings.noRoles(Clock.systemUTC());

	private final KafkaKeyFeed feed = feed(this.ring, this.meters);

	@BeforeEach
	void create() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin
			.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Parts.kafka().bootstrapServers()))) {
			admin
				.createTopics(List
					.of(new NewTopic(this.topic, 1, (short) 1).configs(Map.of("cleanup.policy", "compact,delete"))))
				.all()
				.get();
		}
	}

	@AfterEach
	void stop() {
		this.feed.stop();
	}

	@Test
	void doesNotTakeBackARevocationHoweverOftenTheTopicIsReplayed() {
		this.feed.start();
		await(this.ring::isComplete);
		send(issued(1), revoked(2), issued(1), issued(2), sentinel("first1"));
		await(() -> opens(this.ring, "first1"));
		assertThat(reason(this.ring)).isEqualTo("key_revoked");
		send(issued(1), revoked(2), issued(1), sentinel("second"));
		await(() -> opens(this.ring, "second"));
		assertThat(reason(this.ring)).isEqualTo("key_revoked");
		KeyRing later = KeyRings.empty(Clock.systemUTC());
		KafkaKeyFeed again = feed(later, new SimpleMeterRegistry());
		again.start();
		try {
			await(later::isComplete);
			assertThat(reason(later)).isEqualTo("key_revoked");
		}
		finally {
			again.stop();
		}
	}

	@Test
	void hearsWhatIsBehindAChangeThatCannotBeRead() {
		String grantOfNothing = "{\"kind\":\"grant\",\"id\":\"g\",\"version\":1,\"revoked\":false,\"subject\":\"s\","
				+ "\"roles\":[null],\"expiresAt\":\"2100-01-01T00:00:00Z\"}";
		send("{\"kind\":\"key\",\"version\":1,\"revoked\":true}", grantOfNothing, "[]", issued(1));
		this.feed.start();
		await(this.ring::isComplete);
		send("{\"kind\":\"key\",\"version\":1,\"revoked\":true}", grantOfNothing, revoked(2), sentinel("behind"));
		await(() -> opens(this.ring, "behind"));
		assertThat(reason(this.ring)).isEqualTo("key_revoked");
	}

	@Test
	void closesAKeyOfWhichAChangeCannotBeReadUntilANewerOneIs() {
		send(issued(1));
		this.feed.start();
		await(this.ring::isComplete);
		assertThat(opens(this.ring, "replay1")).isTrue();
		send(unreadable(revoked(2)), issued(1), sentinel("behind1"));
		await(() -> opens(this.ring, "behind1"));
		assertThat(reason(this.ring)).isEqualTo("key_unreadable");
		assertThat(this.meters.get("hilum.identity.key.closed").gauge().value()).isEqualTo(1);
		assertThat(this.meters.get("hilum.identity.key.unreadable").counter().count()).isEqualTo(1);
		send(issued(2), sentinel("behind2"));
		await(() -> opens(this.ring, "behind2"));
		assertThat(opens(this.ring, "replay1")).isTrue();
		assertThat(this.meters.get("hilum.identity.key.closed").gauge().value()).isZero();
	}

	@Test
	void opensNothingWronglyWhereTheBrokerHasLostItsPlace() throws ExecutionException, InterruptedException {
		send(issued("given1", keyOf("given1"), 1), issued(1), issued("ended1", keyOf("ended1"), 1), granted("g1", 1),
				granted("g2", 1));
		this.feed.start();
		await(this.ring::isComplete);
		send(unreadable(revoked(2)), revoked("ended1", 2), unreadable(granted("g1", 2)), ended("g2", 2),
				sentinel("before"));
		await(() -> opens(this.ring, "before"));
		synchronized (this.ring) {
			send(sentinel("waited"));
			await(KafkaKeyFeedIT::feedWaits);
			send(sentinel("lost01"), sentinel("lost02"), sentinel("lost03"));
			deleteAll();
			send(issued(1), issued("ended1", keyOf("ended1"), 1), granted("g1", 1), granted("g2", 1),
					sentinel("behind"));
		}
		await(() -> opens(this.ring, "behind"));
		assertThat(opens(this.ring, "lost03")).as("the place was lost").isFalse();
		assertThat(reason(this.ring)).isEqualTo("key_unreadable");
		assertThat(opens(this.ring, "ended1")).isFalse();
		assertThat(this.roles.left("idp|amelia", List.of("Admin", "Billing"))).isEmpty();
		assertThat(opens(this.ring, "given1")).as("what nobody revoked").isTrue();
		send(issued(2), granted("g1", 3), sentinel("newer1"));
		await(() -> opens(this.ring, "newer1"));
		assertThat(opens(this.ring, "replay1")).isTrue();
		assertThat(this.roles.left("idp|amelia", List.of("Admin", "Billing"))).containsExactly("Admin");
	}

	@Test
	void measuresHowLongChangesTakeAndNotWhatIsReadAtStart() {
		send(issued(1), sentinel("before"));
		this.feed.start();
		await(this.ring::isComplete);
		assertThat(this.meters.get("hilum.identity.key.lag").timer().count()).isZero();
		send(revoked(2), issued(1), sentinel("after1"));
		await(() -> opens(this.ring, "after1"));
		assertThat(this.meters.get("hilum.identity.key.lag").timer().count()).isEqualTo(2);
		assertThat(this.meters.get("hilum.identity.key.lag.worst").gauge().value()).isPositive();
		assertThat(this.meters.get("hilum.identity.key.silence").gauge().value()).isNotNegative();
	}

	private KafkaKeyFeed feed(KeyRing into, MeterRegistry registry) {
		return new KafkaKeyFeed(into, new AccessChanges(into, this.roles, registry),
				KeyFeedConfiguration.consumer(kafka()), new KeyFeedProperties(this.topic, Duration.ofMillis(100),
						Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10)),
				new KeyLag(registry, Clock.systemUTC()));
	}

	/** As somebody might have set it, who thinks of other consumers. */
	private static KafkaProperties kafka() {
		KafkaProperties kafka = new KafkaProperties();
		kafka.setBootstrapServers(List.of(Parts.kafka().bootstrapServers().split(",")));
		kafka.getConsumer().setAutoOffsetReset("latest");
		kafka.getConsumer().setMaxPollRecords(1);
		return kafka;
	}

	private void send(String... events) {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Parts.kafka().bootstrapServers()),
				new StringSerializer(), new StringSerializer())) {
			for (String event : events) {
				String id = event.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
				String kind = event.contains("\"kind\":\"grant\"") ? "grant:" : "key:";
				producer.send(new ProducerRecord<>(this.topic, kind + id, event)).get();
			}
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String issued(long version) {
		return issued("replay1", KEY, version);
	}

	private static String sentinel(String id) {
		return issued(id, keyOf(id), 1);
	}

	private static String keyOf(String id) {
		return "hlm_" + id + "_" + "s".repeat(43);
	}

	private static String issued(String id, String key, long version) {
		return "{\"kind\":\"key\",\"id\":\"" + id + "\",\"version\":" + version + ",\"changedAt\":\""
				+ Instant.now().minusSeconds(1) + "\",\"revoked\":false,\"sha256\":\"" + sha256(key)
				+ "\",\"name\":\"n\",\"subject\":\"s\",\"roles\":[\"Clinician\"],\"team\":\"t\",\"application\":null,"
				+ "\"purpose\":\"p\",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":null}";
	}

	private static String revoked(long version) {
		return revoked("replay1", version);
	}

	private static String revoked(String id, long version) {
		return "{\"kind\":\"key\",\"id\":\"" + id + "\",\"version\":" + version + ",\"changedAt\":\""
				+ Instant.now().minusSeconds(1) + "\",\"revoked\":true}";
	}

	private static String granted(String id, long version) {
		return "{\"kind\":\"grant\",\"id\":\"" + id + "\",\"version\":" + version
				+ ",\"revoked\":false,\"subject\":\"idp|amelia\",\"roles\":[\""
				+ (id.equals("g1") ? "Admin" : "Billing") + "\"],\"expiresAt\":\"2100-01-01T00:00:00Z\"}";
	}

	private static String ended(String id, long version) {
		return granted(id, version).replace("\"revoked\":false", "\"revoked\":true");
	}

	private static String unreadable(String change) {
		return change.replaceFirst("\"revoked\":[a-z]+", "\"revoked\":\"ja\"");
	}

	private void deleteAll() throws ExecutionException, InterruptedException {
		TopicPartition partition = new TopicPartition(this.topic, 0);
		try (Admin admin = Admin
			.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Parts.kafka().bootstrapServers()))) {
			admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(-1))).all().get();
		}
	}

	/** For the ring, which the test holds. */
	private static boolean feedWaits() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().equals("key-feed") && thread.getState() == Thread.State.BLOCKED);
	}

	private static boolean opens(KeyRing ring, String id) {
		try {
			return ring.authenticate(keyOf(id)).subject().equals("s");
		}
		catch (ProblemException ex) {
			return false;
		}
	}

	private static String reason(KeyRing ring) {
		ProblemException refused = catchThrowableOfType(ProblemException.class, () -> ring.authenticate(KEY));
		assertThat(refused).isNotNull();
		return ((GatewayProblem.Unauthenticated) refused.problem()).reason();
	}

	private static String sha256(String key) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
			Thread.onSpinWait();
		}
	}

}
