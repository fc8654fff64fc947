package io.hilum.routing.completion.web;

import java.util.Map;

import io.hilum.routing.problem.RoutingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the header {@code Hilum-Phi-Counts}.
 */
class PhiCountsTests {

	@Test
	void readsCountsByType() {
		assertThat(CompletionHandler.phiCounts("NAME=2, DATE=1")).isEqualTo(Map.of("NAME", 2, "DATE", 1));
		assertThat(CompletionHandler.phiCounts(null)).isEmpty();
		assertThat(CompletionHandler.phiCounts(" ")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NAME", "NAME=", "NAME=-1", "NAME=x", ",", "=1", "Irma=1" })
	void refusesWhatIsNoCount(String header) {
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> CompletionHandler.phiCounts(header));
	}

}
