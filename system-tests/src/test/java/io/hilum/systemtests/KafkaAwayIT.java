package io.hilum.systemtests;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.hilum.systemtests.client.Load;
import io.hilum.systemtests.client.Load.Outcome;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.evidence.LedgerRow;
import io.hilum.systemtests.quickstart.Broker;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kafka stops under load: requests go on, and when it is back nothing is missing.
 */
@Order(60)
@ExtendWith(RunningSuite.class)
class KafkaAwayIT {

	private static final Duration AWAY = Duration.parse("PT" + System.getProperty("hilum.kafka.away", "10s"));

	private static final Duration CATCH_UP = Duration.ofSeconds(180);

	@Test
	void requestsGoOnAndNothingIsLost(Suite suite, TestReporter reporter) {
		Broker broker = suite.quickStart().broker();
		Process again;
		List<Outcome> outcomes;
		try (Load load = Load.start(suite.access().gateway(), suite.access().key("Clinician"), 4, List.of("echo"))) {
			Eventually.pause(Duration.ofSeconds(2));
			broker.stop();
			int before = load.answered().size();
			Eventually.pause(AWAY);
			assertThat(Eventually.get(CATCH_UP, () -> load.answered().size() - before, (count) -> count > 20))
				.as("answers while Kafka was away")
				.isGreaterThan(20);
			again = broker.startAgain();
			Eventually.pause(Duration.ofSeconds(2));
			outcomes = load.finish();
		}
		assertThat(again.isAlive()).isTrue();
		assertThat(outcomes).allMatch(Outcome::answered);
		Set<String> requests = outcomes.stream().map(Outcome::requestId).collect(Collectors.toCollection(HashSet::new));
		assertThat(requests).hasSameSizeAs(outcomes);
		Map<String, Long> entries = Eventually.get(CATCH_UP, () -> entriesOf(suite, requests),
				(found) -> found.size() == requests.size());
		reporter.publishEntry(
				Map.of("asked", Integer.toString(requests.size()), "in the ledger", Integer.toString(entries.size())));
		assertThat(entries.keySet()).isEqualTo(requests);
		assertThat(entries.values()).allMatch((times) -> times == 1);
	}

	private static Map<String, Long> entriesOf(Suite suite, Set<String> requests) {
		return suite.books()
			.ledger()
			.stream()
			.map(LedgerRow::requestId)
			.filter(requests::contains)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

}
