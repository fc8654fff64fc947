package io.hilum.systemtests.monitoring;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PromQl}.
 */
class PromQlTests {

	@Test
	void findsMetricsAndLabels() {
		PromQl read = PromQl.parse("histogram_quantile(0.95, sum by (le, job) (rate(a_b_bucket{ns=~\"$x_y\", "
				+ "uri!~\"/act.*\"}[$__rate_interval]))) / increase(c_d_total[5m]) > 0 or e_f");
		assertThat(read.metrics()).containsExactly("a_b_bucket", "c_d_total", "e_f");
		assertThat(read.labels()).containsExactly("job", "le", "ns", "uri");
	}

}
