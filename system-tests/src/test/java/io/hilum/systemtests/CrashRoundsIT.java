package io.hilum.systemtests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.hilum.systemtests.invariants.Violation;
import io.hilum.systemtests.processes.Service;
import io.hilum.systemtests.rounds.Rounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each service is a process of its own and is killed alone under load; Kafka, Postgres
 * and Redis fail; events come twice and in disorder. After each, all invariants hold for
 * everything that was asked since the start. It runs last: nothing else needs the memory
 * any more.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashRoundsIT {

	private static final int ROUNDS = Integer.getInteger("hilum.rounds", 1);

	private static final long SEED = Long.getLong("hilum.rounds.seed", 20261156L);

	private static final Duration AWAY = Duration.parse("PT" + System.getProperty("hilum.rounds.away", "2s"));

	private static final int READER_KILLS = Integer.getInteger("hilum.rounds.reader", 2);

	private final List<Violation> violated = new ArrayList<>();

	private final Rounds rounds = Rounds.start(SEED, (line) -> System.out.println("rounds: " + line));

	@AfterAll
	void stop() {
		System.out.println("rounds: " + this.rounds.summary());
		this.rounds.close();
		if (this.violated.isEmpty()) {
			this.rounds.forget();
		}
	}

	@Test
	@Order(1)
	void holdsWhenServicesAreKilled() {
		for (Service victim : victims()) {
			this.violated.addAll(this.rounds.kill(victim));
		}
		assertThat(this.violated).isEmpty();
	}

	@Test
	@Order(2)
	void holdsWhenRoutingIsKilledBeforeItHasSettled() {
		assertHolds(this.rounds.killedWhileRedisStalls());
	}

	@Test
	@Order(3)
	void holdsWhileKafkaIsAway() {
		assertHolds(this.rounds.kafkaAway(AWAY));
	}

	@Test
	@Order(4)
	void holdsWhenPostgresIsKilled() {
		assertHolds(this.rounds.postgresKilled(AWAY));
	}

	@Test
	@Order(5)
	void holdsWhenRedisForgets() {
		assertHolds(this.rounds.redisFlushed());
	}

	@Test
	@Order(6)
	void holdsWhenTheReaderDiesBetweenEffectAndCommit() {
		assertHolds(this.rounds.readerKilled(READER_KILLS));
	}

	@Test
	@Order(7)
	void holdsWhenEventsComeTwiceAndInDisorder() {
		assertHolds(this.rounds.replayed());
	}

	private void assertHolds(List<Violation> found) {
		this.violated.addAll(found);
		assertThat(found).isEmpty();
	}

	/** Each as often as the others, in an order that the seed draws. */
	private static List<Service> victims() {
		Random random = new Random(SEED);
		List<Service> victims = new ArrayList<>();
		while (victims.size() < ROUNDS) {
			List<Service> all = new ArrayList<>(Arrays.asList(Service.values()));
			Collections.shuffle(all, random);
			victims.addAll(all);
		}
		return victims.subList(0, ROUNDS);
	}

}
