package io.hilum.systemtests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.systemtests.client.Load;
import io.hilum.systemtests.client.Load.Outcome;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.evidence.LedgerRow;
import io.hilum.systemtests.quickstart.Suite;
import io.hilum.systemtests.upstream.Exchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole quick start is killed with signal 9 under load, at random moments, and
 * started again: every request that reached the provider is in the ledger exactly once.
 */
@Order(80)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

	private static final int ROUNDS = Integer.getInteger("hilum.crash.rounds", 2);

	private static final long SEED = Long.getLong("hilum.crash.seed", 20261122L);

	private static final int CLIENTS = 8;

	private static final Duration CALM = Duration.ofSeconds(5);

	private static final Duration CATCH_UP = Duration.ofSeconds(180);

	private final List<Outcome> outcomes = new ArrayList<>();

	private final Suite suite;

	private List<String> reached = List.of();

	private List<LedgerRow> entries = List.of();

	CrashIT(Suite suite) {
		this.suite = suite;
	}

	@BeforeAll
	void crashAndRecover(TestReporter reporter) {
		int known = this.suite.upstream().count();
		Set<String> old = ids(Eventually.settled(CALM, Duration.ofSeconds(120), () -> this.suite.books().ledger()));
		Random random = new Random(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			try (Load load = load()) {
				int before = this.suite.upstream().count();
				Eventually.pause(Duration.ofMillis(1500 + random.nextInt(2000)));
				Eventually.get(CATCH_UP, this.suite.upstream()::count, (count) -> count > before + CLIENTS);
				this.suite.quickStart().kill();
				this.outcomes.addAll(load.finish());
			}
			this.suite.quickStart().start();
		}
		awaitAnswer();
		try (Load load = load()) {
			Eventually.pause(Duration.ofSeconds(2));
			assertThat(load.finish()).as("after the last start").isNotEmpty().allMatch(Outcome::answered);
			this.outcomes.addAll(load.outcomes());
		}
		this.reached = this.suite.upstream().exchangesAfter(known).stream().map(Exchange::eventId).toList();
		Eventually.get(CATCH_UP, () -> ids(this.suite.books().ledger()), (ids) -> ids.containsAll(this.reached));
		this.entries = Eventually.settled(CALM, CATCH_UP, this.suite.books()::ledger)
			.stream()
			.filter((row) -> !old.contains(row.eventId()))
			.toList();
		reporter.publishEntry(Map.of("asked", Integer.toString(this.outcomes.size()), "reached the provider",
				Integer.toString(this.reached.size()), "in the ledger", Integer.toString(this.entries.size()),
				"crashed",
				Long.toString(this.entries.stream().filter((row) -> row.outcome().equals("crashed")).count())));
	}

	@Test
	void theCrashesHitRequestsInFlight() {
		assertThat(this.outcomes).filteredOn((outcome) -> !outcome.answered()).isNotEmpty();
		assertThat(this.entries).extracting(LedgerRow::outcome).contains("crashed", "success");
	}

	@Test
	void noRequestThatReachedTheProviderIsMissing() {
		assertThat(this.reached).hasSizeGreaterThan(ROUNDS * CLIENTS).doesNotContain("").doesNotHaveDuplicates();
		assertThat(this.entries).extracting(LedgerRow::eventId).containsAll(this.reached);
	}

	@Test
	void noRequestIsThereTwice() {
		assertThat(this.entries).extracting(LedgerRow::requestId).doesNotHaveDuplicates();
		assertThat(this.entries).extracting(LedgerRow::eventId).doesNotHaveDuplicates();
	}

	@Test
	void whatWasAnsweredIsThereAsASuccess() {
		Map<String, String> outcomeOf = this.entries.stream()
			.collect(Collectors.toMap(LedgerRow::requestId, LedgerRow::outcome));
		assertThat(this.outcomes).filteredOn(Outcome::answered)
			.allSatisfy((outcome) -> assertThat(outcomeOf).containsEntry(outcome.requestId(), "success"));
	}

	@Test
	void whatIsThereWithoutReachingTheProviderSaysThatItCrashed() {
		assertThat(this.entries).filteredOn((row) -> !this.reached.contains(row.eventId()))
			.extracting(LedgerRow::outcome)
			.allMatch("crashed"::equals);
	}

	private Load load() {
		return Load.start(this.suite.access().gateway(), this.suite.access().key("Clinician"), CLIENTS,
				List.of("echo", "slow", "slow"));
	}

	/**
	 * On a machine that is busy with others, the first questions meet cold code and short
	 * deadlines.
	 */
	private void awaitAnswer() {
		try (Load load = load()) {
			Eventually.get(CATCH_UP, load::answered, (answered) -> answered.size() > CLIENTS);
			this.outcomes.addAll(load.finish());
		}
	}

	private static Set<String> ids(List<LedgerRow> rows) {
		return rows.stream().map(LedgerRow::eventId).collect(Collectors.toSet());
	}

}
