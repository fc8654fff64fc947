package io.hilum.gateway.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AddressFilter}.
 */
class AddressFilterTests {

	@ParameterizedTest
	@CsvSource({ "/v1/me,/v1/me", "/v1/usage?q=Irma,/v1/usage",
			"http://rag:8084/v1/collections/notes/documents/Irma.pdf,http://rag:8084/v1/collections/notes",
			"http://rag:8084/v1/search?q=a/b/c/d,http://rag:8084/v1/search", "http://rag:8084,http://rag:8084" })
	void keepsTheBeginningOfThePathOnly(String address, String kept) {
		assertThat(AddressFilter.shortened(address)).isEqualTo(kept);
	}

	@Test
	void changesTheObservation() {
		Observation.Context context = new Observation.Context();
		context.addHighCardinalityKeyValue(KeyValue.of("http.url", "/v1/search?q=Irma"));
		assertThat(new AddressFilter().map(context).getHighCardinalityKeyValues()).extracting(KeyValue::getValue)
			.containsExactly("/v1/search");
	}

}
