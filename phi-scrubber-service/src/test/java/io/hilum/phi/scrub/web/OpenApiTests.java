package io.hilum.phi.scrub.web;

import java.time.Duration;
import java.util.Set;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.architecture.contract.Operations;
import io.hilum.phi.scrub.ScrubFixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract and the service have the same operations, and the contract describes its
 * own examples.
 */
class OpenApiTests {

	private final OpenApi contract = OpenApi.of("phi-scrubber-v1");

	@Test
	void hasTheOperationsOfTheService() {
		try (ScrubWorkers workers = new ScrubWorkers(1, 4, 0, 1000, Duration.ofSeconds(60))) {
			Set<String> served = Operations.ofRoutes(
					new ScrubConfiguration()
						.scrubRoutes(ScrubFixtures.SCRUBBER, workers,
								new ScrubMeters(new SimpleMeterRegistry(), workers), ScrubWebFixtures.BOUNDS)
						.and(ScrubWebFixtures.corrections(workers, "")));
			assertThat(served).hasSize(5);
			assertThat(this.contract.operations()).isEqualTo(served);
		}
	}

	@Test
	void describesTheExamples() {
		assertThat(this.contract.errors("POST", "/v1/scrub", 200, ScrubWebFixtures.example("response.json").toString()))
			.isEmpty();
		assertThat(this.contract.errors("POST", "/v1/scrub", 422, ScrubWebFixtures.example("blocked.json").toString()))
			.isEmpty();
		assertThat(this.contract.errors("POST", "/v1/scrub", 200, "{}")).isNotEmpty();
	}

}
