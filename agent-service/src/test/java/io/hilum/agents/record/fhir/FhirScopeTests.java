package io.hilum.agents.record.fhir;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FhirScope} and {@link FhirProperties}: where a token goes.
 */
class FhirScopeTests {

	private final FhirScope scope = new FhirScope(URI.create("https://fhir.example/r4/"), "p1");

	@ParameterizedTest
	@ValueSource(strings = { "https://fhir.example/r4", "https://fhir.example/r4?page=2",
			"https://fhir.example:443/r4/Observation?page=2", "HTTPS://FHIR.example/r4/x",
			"https://fhir.example/r4/Observation?next=..%2Fx", "https://fhir.example/r4/v1..2/.x" })
	void staysAtTheRecordSystem(String address) {
		assertThat(this.scope.isWithin(address)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "/r4/Observation", "http://fhir.example/r4", "https://fhir.example:8443/r4",
			"https://fhir.example.mallory.example/r4", "https://mallory.example/r4",
			"https://fhir.example@mallory.example/r4", "https://mallory@fhir.example/r4", "https://fhir.example/r4x",
			"https://fhir.example/r4/../admin", "https://fhir.example/r4/..", "https://fhir.example/r4/%2e%2e/admin",
			"https://fhir.example/r4/.%2E/admin", "https://fhir.example/r4/x%2f..%2f..%2fadmin",
			"https://fhir.example/r4/..;/admin", "https://fhir.example/r4/%252e%252e/admin",
			"https://fhir.example/r4/..%5cadmin", "https://fhir.example/r4/./x", "https://fhir.example/",
			"not an address" })
	void goesNowhereElse(String address) {
		assertThat(this.scope.isWithin(address)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://fhir.example/r4", "ftp://fhir.example", "fhir.example", "https:///r4",
			"https://user:password@fhir.example/r4", "https://fhir.example/r4?key=1" })
	void connectsNothingUnsafe(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> properties(url, false))
			.withMessageContaining("HILUM_FHIR_URL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://fhir.example/r4", "http://localhost:8090/fhir", "http://127.0.0.1:8090/fhir" })
	void connectsTheRest(String url) {
		assertThat(properties(url, false).isConnected()).isTrue();
		assertThat(properties("http://fhir.example/r4", true).isConnected()).isTrue();
		assertThat(properties("", false).isConnected()).isFalse();
	}

	private static FhirProperties properties(String url, boolean plainHttp) {
		Duration time = Duration.ofSeconds(1);
		return new FhirProperties(URI.create(url), plainHttp, time, time, time, 1, DataSize.ofMegabytes(1), 1, 1);
	}

}
