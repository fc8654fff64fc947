package io.hilum.systemtests;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.client.Sdk;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.monitoring.Monitoring;
import io.hilum.systemtests.monitoring.PromQl;
import io.hilum.systemtests.monitoring.Scrape;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the dashboard and the alerts of the chart ask for is what running services export:
 * every metric, and every label by which it is chosen or grouped.
 */
@Order(25)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringIT {

	/**
	 * Meters are there when what they count was first seen, and some are refreshed in
	 * turns.
	 */
	private static final Duration SEEN = Duration.ofSeconds(120);

	/** By Prometheus, from where it scrapes. */
	private static final Set<String> GIVEN = Set.of("namespace", "job", "pod");

	private final Suite suite;

	MonitoringIT(Suite suite) {
		this.suite = suite;
	}

	@Test
	void everyMetricIsExported() {
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			sdk.streamResponse("echo", "Is Irma Petersen, MRN 48213907, due?");
		}
		assertThat(new Gateway(this.suite.access().gateway(), "hlm_nobody").get("/v1/models").status()).isEqualTo(401);
		assertThat(Eventually.get(SEEN, this::missing, Map::isEmpty)).isEmpty();
	}

	private Map<String, Set<String>> missing() {
		Scrape scrape = Scrape.of(this.suite.access()
			.services()
			.values()
			.stream()
			.map((url) -> new Gateway(URI.create(url), "").get("/actuator/prometheus").body())
			.toList());
		Map<String, Set<String>> missing = new TreeMap<>();
		for (String expression : Monitoring.expressions()) {
			PromQl wanted = PromQl.parse(expression);
			// Of the cluster, not of Hilum.
			if (wanted.metrics().stream().noneMatch((metric) -> metric.startsWith("kube_"))) {
				Set<String> absent = scrape.missing(wanted, GIVEN);
				if (!absent.isEmpty()) {
					missing.put(expression, absent);
				}
			}
		}
		return missing;
	}

}
