package io.hilum.systemtests;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.systemtests.client.Answer;
import io.hilum.systemtests.collector.CollectedSpan;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One request is one trace: from the client's own span through every service, over HTTP
 * and over Kafka, to the ledger and the audit chain.
 */
@Order(15)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceIT {

	private static final Duration EXPORTED = Duration.ofSeconds(120);

	/** Where a request with identifiers goes, and what of it is read from Kafka. */
	private static final Set<String> STATIONS = Set.of("gateway-service SERVER", "phi-scrubber-service SERVER",
			"routing-service SERVER", "usage-service CONSUMER hilum.usage.v1", "usage-service CONSUMER hilum.audit.v1");

	private final Suite suite;

	TraceIT(Suite suite) {
		this.suite = suite;
	}

	@Test
	void leadsFromTheClientThroughEveryServiceIntoTheBooks() {
		String trace = hex(16);
		String client = hex(8);
		Answer answer = this.suite.as("Clinician")
			.within("00-" + trace + "-" + client + "-01")
			.post("/v1/chat/completions",
					"""
							{"model": "echo", "messages": [{"role": "user", "content": "Is Irma Petersen, MRN 48213907, due?"}]}""");
		assertThat(answer.status()).isEqualTo(200);
		List<CollectedSpan> spans = Eventually.get(EXPORTED, () -> this.suite.traces().trace(trace),
				(found) -> stations(found).containsAll(STATIONS) && orphans(found, client).isEmpty());
		assertThat(stations(spans)).containsAll(STATIONS);
		assertThat(orphans(spans, client)).isEmpty();
		assertThat(spans.toString()).doesNotContain("Petersen", "48213907");
	}

	private static List<CollectedSpan> orphans(List<CollectedSpan> spans, String client) {
		Set<String> known = spans.stream().map(CollectedSpan::spanId).collect(Collectors.toSet());
		known.add(client);
		return spans.stream().filter((span) -> !known.contains(span.parentId())).toList();
	}

	private static Set<String> stations(List<CollectedSpan> spans) {
		return spans.stream()
			.map((span) -> span.service() + " " + span.kind()
					+ (span.kind().equals("CONSUMER") ? " " + span.name().split(" ")[0] : ""))
			.collect(Collectors.toSet());
	}

	private static String hex(int bytes) {
		byte[] id = new byte[bytes];
		new SecureRandom().nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

}
