package io.hilum.systemtests.monitoring;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Scrape}.
 */
class ScrapeTests {

	private final Scrape scrape = Scrape
		.of(List.of("# HELP a_b text\na_b_total{uri=\"/x{y}\",job=\"a\"} 1.0\n", "c_d 2\n"));

	@Test
	void saysWhatIsMissing() {
		assertThat(missing("rate(a_b_total{uri=\"/x\"}[5m]) / c_d")).isEmpty();
		assertThat(missing("a_b")).containsExactly("a_b");
		assertThat(missing("sum by (pod, team) (c_d)")).containsExactly("label team");
	}

	private Set<String> missing(String expression) {
		return this.scrape.missing(PromQl.parse(expression), Set.of("pod"));
	}

}
