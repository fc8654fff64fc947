package io.hilum.usage.intake.kafka;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.hilum.usage.Await;
import io.hilum.usage.CpuTime;
import io.hilum.usage.Examples;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import io.hilum.usage.ledger.LedgerFixtures;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an event costs that comes in a trickle, as a hospital's day brings them. CPU time
 * differs between machines, so it is printed; what decides it is counted: transactions.
 */
class IntakeCostIT {

	private static final Logger logger = LoggerFactory.getLogger(IntakeCostIT.class);

	private static final int SECONDS = Integer.getInteger("hilum.test.seconds", 4);

	private static final int PER_SECOND = 250;

	private static final int TICKS_PER_SECOND = 25;

	private final TestDatabase database = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@Test
	void takesATrickleInFewTransactions() throws InterruptedException {
		for (String topic : List.of("hilum.usage.v1", "hilum.audit.v1")) {
			TestTopics.ensure(topic, 6);
			this.database.atTheEndOf(topic);
		}
		try (RunningService _ = RunningService.start(this.database.part(), this.home);
				KafkaProducer<String, byte[]> producer = TestTopics.producer()) {
			long began = System.nanoTime();
			trickle(producer, SECONDS / 2);
			CpuTime before = CpuTime.now(this.database);
			int events = trickle(producer, SECONDS);
			CpuTime used = CpuTime.now(this.database).since(before);
			logger.info("{} requests: {} ms CPU of this process, {} ms of Postgres, {} transactions", events,
					used.process().toMillis(), used.database().toMillis(), transactions());
			double seconds = (System.nanoTime() - began) / 1e9;
			assertThat(transactions()).as("in %s s", seconds).isLessThan((long) (14 * seconds));
		}
	}

	private int trickle(KafkaProducer<String, byte[]> producer, int seconds) throws InterruptedException {
		long before = this.database.number("SELECT count(*) FROM usage.ledger_entry");
		int ticks = seconds * TICKS_PER_SECOND;
		int perTick = PER_SECOND / TICKS_PER_SECOND;
		int sent = ticks * perTick;
		for (int tick = 0; tick < ticks; tick++) {
			for (int i = 0; i < perTick; i++) {
				String team = "team-" + (i % 7);
				send(producer, "hilum.usage.v1", team, LedgerFixtures.event((tree) -> tree.put("team", team)));
				ObjectNode audit = auditEvent();
				send(producer, "hilum.audit.v1", audit.path("requestId").asString(), audit);
			}
			TimeUnit.MILLISECONDS.sleep(1000 / TICKS_PER_SECOND);
		}
		awaitRows("usage.ledger_entry", before + sent);
		awaitRows("usage.audit_event", before + sent);
		return sent;
	}

	private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, ObjectNode event) {
		var unused = producer.send(new ProducerRecord<>(topic, key, event.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private void awaitRows(String table, long count) {
		Await.until(count + " rows in " + table, () -> this.database.number("SELECT count(*) FROM " + table) >= count);
	}

	/**
	 * Every row knows the transaction that wrote it.
	 */
	private long transactions() {
		return this.database.number("SELECT count(DISTINCT xmin::text) FROM usage.ledger_entry")
				+ this.database.number("SELECT count(DISTINCT xmin::text) FROM usage.audit_event");
	}

	private static ObjectNode auditEvent() {
		ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Examples.read("audit-recorded-v1/chat.json"));
		return tree.put("id", UUID.randomUUID().toString()).put("requestId", UUID.randomUUID().toString());
	}

}
