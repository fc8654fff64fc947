package io.hilum.quickstart.service;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ServiceLibraries}.
 */
class ServiceLibrariesTests {

	private static final String WEB = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration";

	private static final String KAFKA = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration";

	private static final String DATABASE = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration";

	@ParameterizedTest
	@CsvSource({ "jar:file:/m2/spring-boot-kafka-4.1.2.jar!/META-INF/x, spring-boot-kafka",
			"jar:file:/m2/trust-0.1.0-SNAPSHOT.jar!/META-INF/x, trust",
			"file:/src/usage-service/target/classes/META-INF/x, usage-service" })
	void tellsAnArtifactByWhereItIs(String url, String artifact) {
		assertThat(ServiceLibraries.artifactOf(url)).isEqualTo(artifact);
	}

	@Test
	void theScrubberHasTheWebAndNeitherKafkaNorADatabase() {
		ServiceLibraries scrubber = ServiceLibraries.of("phi-scrubber-service");
		assertThat(scrubber.have(WEB)).isTrue();
		assertThat(scrubber.have(KAFKA)).isFalse();
		assertThat(scrubber.have(DATABASE)).isFalse();
	}

	@Test
	void theGatewayHasKafkaAndNoDatabase() {
		ServiceLibraries gateway = ServiceLibraries.of("gateway-service");
		assertThat(gateway.have(WEB)).isTrue();
		assertThat(gateway.have(DATABASE)).isFalse();
	}

	@Test
	void theUsageServiceHasItsDatabase() {
		assertThat(ServiceLibraries.of("usage-service").have(DATABASE)).isTrue();
	}

	@Test
	void onlyThoseWhoReadTheCatalogueFollowIt() {
		String catalogue = "io.hilum.catalogue.CatalogueSourceAutoConfiguration";
		assertThat(ServiceLibraries.of("gateway-service").have(catalogue)).isTrue();
		assertThat(ServiceLibraries.of("routing-service").have(catalogue)).isTrue();
		assertThat(ServiceLibraries.of("usage-service").have(catalogue)).isFalse();
	}

	@Test
	void whatAnAutoConfigurationImportsComesWithIt() {
		assertThat(ServiceLibraries.of("gateway-service")
			.have("org.springframework.boot.data.redis.autoconfigure.LettuceConnectionConfiguration")).isTrue();
	}

	@Test
	void refusesAServiceThatWasBuiltWithoutItsList() {
		assertThatIllegalStateException().isThrownBy(() -> ServiceLibraries.of("unknown-service"))
			.withMessageStartingWith("unknown-service");
	}

}
