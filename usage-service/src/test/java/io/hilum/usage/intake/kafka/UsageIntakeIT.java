package io.hilum.usage.intake.kafka;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.hilum.usage.Await;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import io.hilum.usage.ledger.LedgerFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Usage events from a real Kafka are in a real ledger exactly once, whatever happens.
 */
class UsageIntakeIT {

	private static final String TOPIC = "hilum.usage.v1";

	private static final String GROUP = "usage-service-ledger";

	private static final long SEED = 20261122;

	private final TestDatabase database = TestDatabase.create();

	private final Random random = new Random(SEED);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@BeforeEach
	void beginAtTheEnd() {
		TestTopics.ensure(TOPIC, 6);
		this.database.atTheEndOf(TOPIC);
	}

	@Test
	void countsEachEventOnceThroughDuplicatesReorderingAndRestarts() {
		List<Map.Entry<String, byte[]>> events = events(400);
		send(events.subList(0, 200));
		try (RunningService _ = start()) {
			send(events.subList(100, 300));
			awaitCount(200);
		}
		TestTopics.moveGroup(GROUP, TOPIC, false);
		send(shuffled(events));
		try (RunningService _ = start()) {
			awaitCount(400);
			send(shuffled(events));
			send(shuffled(events));
			awaitAllRead();
			assertLedger(400);
		}
	}

	@Test
	void losesNothingWhenTheBrokerSkipsWhatWasNotRead() {
		List<Map.Entry<String, byte[]>> events = events(60);
		send(events.subList(0, 30));
		try (RunningService _ = start()) {
			awaitCount(30);
		}
		send(events.subList(30, 60));
		TestTopics.moveGroup(GROUP, TOPIC, true);
		try (RunningService _ = start()) {
			send(events(1));
			awaitCount(31);
			send(events(40));
			awaitCount(101);
			awaitAllRead();
			assertLedger(101);
		}
	}

	@Test
	void readsATopicThatWasMadeAnewFromItsBeginning() {
		send(events(50));
		try (RunningService _ = start()) {
			awaitCount(50);
		}
		TestTopics.makeAnew(TOPIC, 6);
		send(events(20));
		try (RunningService _ = start()) {
			awaitCount(70);
			assertLedger(70);
		}
	}

	@Test
	void buriesPoisonWithoutItsContentAndGoesOn() {
		String canary = "Irma Peterhoff MRN 8841-22";
		ObjectNode negative = LedgerFixtures.event((tree) -> tree.put("costNanoUsd", -1));
		ObjectNode outOfTime = LedgerFixtures.event((tree) -> tree.put("time", "1999-01-01T00:00:00Z"));
		ObjectNode unstorable = LedgerFixtures.event((tree) -> tree.put("purpose", canary + "\0"));
		ObjectNode wordy = LedgerFixtures.event((tree) -> tree.put("errorCode", canary.repeat(100)));
		List<Map.Entry<String, byte[]>> records = new ArrayList<>(events(10));
		records.add(Map.entry("team", canary.getBytes(StandardCharsets.UTF_8)));
		records.add(Map.entry("team", ("{\"id\":\"" + canary + "\"}").getBytes(StandardCharsets.UTF_8)));
		records.add(Map.entry("team", "null".getBytes(StandardCharsets.UTF_8)));
		records.add(Map.entry("team", new byte[300_000]));
		for (ObjectNode event : List.of(negative, outOfTime, unstorable, wordy)) {
			records.add(Map.entry("team", bytes(event)));
		}
		Collections.shuffle(records, this.random);
		records.addAll(events(10));
		send(records);
		try (RunningService _ = start()) {
			awaitCount(20);
			awaitAllRead();
			assertLedger(20);
		}
		assertThat(this.database.number("SELECT count(*) FROM usage.dead_letter")).isEqualTo(8);
		assertThat(this.database
			.number("SELECT count(*) FROM usage.dead_letter d WHERE d::text LIKE '%Irma%' OR d::text LIKE '%8841%'"))
			.isZero();
	}

	@Test
	void keepsNoFieldThatTheContractDoesNotName() {
		send(List.of(Map.entry("team", bytes(LedgerFixtures.event((tree) -> tree.put("prompt", "Irma Peterhoff"))))));
		try (RunningService _ = start()) {
			awaitCount(1);
		}
		assertThat(this.database.number("SELECT count(*) FROM usage.ledger_entry e WHERE e::text LIKE '%Irma%'"))
			.isZero();
	}

	@Test
	void goesOnWhenTheStoreWasAway() {
		try (RunningService _ = start()) {
			send(events(5));
			awaitCount(5);
			this.database.client().sql("ALTER TABLE usage.ledger_entry RENAME TO ledger_entry_away").then().block();
			send(events(5));
			this.database.client().sql("SELECT pg_sleep(1)").then().block();
			this.database.client().sql("ALTER TABLE usage.ledger_entry_away RENAME TO ledger_entry").then().block();
			awaitCount(10);
			assertLedger(10);
		}
	}

	private RunningService start() {
		return RunningService.start(this.database.part(), this.home);
	}

	private List<Map.Entry<String, byte[]>> events(int count) {
		List<Map.Entry<String, byte[]>> events = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String team = "team-" + this.random.nextInt(9);
			events.add(Map.entry(team,
					bytes(LedgerFixtures.event((tree) -> tree.put("team", team)
						.put("time", "2026-0" + (1 + this.random.nextInt(9)) + "-15T08:00:00Z")
						.put("costNanoUsd", 7)))));
		}
		return events;
	}

	private List<Map.Entry<String, byte[]>> shuffled(List<Map.Entry<String, byte[]>> events) {
		List<Map.Entry<String, byte[]>> shuffled = new ArrayList<>(events);
		Collections.shuffle(shuffled, this.random);
		return shuffled;
	}

	private void send(List<Map.Entry<String, byte[]>> events) {
		TestTopics.send(TOPIC, events);
	}

	private static byte[] bytes(ObjectNode tree) {
		return tree.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void awaitCount(long count) {
		Await.until(count + " entries", () -> this.database.number("SELECT count(*) FROM usage.ledger_entry") >= count);
	}

	private void awaitAllRead() {
		TestTopics.Ends ends = TestTopics.ends(TOPIC);
		long end = ends.offsets().values().stream().mapToLong(Long::longValue).sum();
		Await.until("all records are read",
				() -> this.database.number("SELECT CAST(sum(next_offset) AS bigint) FROM usage.inbox_position "
						+ "WHERE topic_id = '" + ends.topicId() + "'") == end);
	}

	private void assertLedger(long entries) {
		assertThat(this.database.number("SELECT count(*) FROM usage.ledger_entry")).isEqualTo(entries);
		assertThat(this.database.number("SELECT count(*) FROM usage.ledger_event_id")).isEqualTo(entries);
		assertThat(this.database.number("SELECT CAST(sum(requests) AS bigint) FROM usage.usage_slot"))
			.isEqualTo(entries);
		assertThat(this.database.number("SELECT CAST(sum(cost_nano_usd) AS bigint) FROM usage.usage_slot"))
			.isEqualTo(this.database.number("SELECT CAST(sum(cost_nano_usd) AS bigint) FROM usage.ledger_entry"));
		assertThat(this.database.number("SELECT CAST(sum(identifiers) AS bigint) FROM usage.phi_type_slot"))
			.as("two names, a number and a date in each")
			.isEqualTo(4 * entries);
	}

}
