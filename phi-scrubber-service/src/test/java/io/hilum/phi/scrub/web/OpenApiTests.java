package io.hilum.phi.scrub.web;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.hilum.phi.scrub.ScrubFixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OpenApi}: the contract and the service have the same operations, and
 * the contract describes its own examples.
 */
class OpenApiTests {

	@Test
	void hasTheOperationsOfTheService() {
		try (ScrubWorkers workers = new ScrubWorkers(1, 4, 1000, Duration.ofSeconds(10))) {
			Listing served = new Listing();
			new ScrubConfiguration()
				.scrubRoutes(ScrubFixtures.SCRUBBER, workers, new ScrubMeters(new SimpleMeterRegistry(), workers),
						ScrubWebFixtures.BOUNDS)
				.accept(served);
			assertThat(served.operations).hasSize(2);
			assertThat(OpenApi.operations()).isEqualTo(served.operations);
		}
	}

	@Test
	void describesTheExamples() {
		assertThat(OpenApi.errors("POST", "/v1/scrub", 200, ScrubWebFixtures.example("response.json").toString()))
			.isEmpty();
		assertThat(OpenApi.errors("POST", "/v1/scrub", 422, ScrubWebFixtures.example("blocked.json").toString()))
			.isEmpty();
		assertThat(OpenApi.errors("POST", "/v1/scrub", 200, "{}")).isNotEmpty();
	}

	/**
	 * Lists the routes that it is led along.
	 */
	private static final class Listing implements RouterFunctions.Visitor {

		private final Set<String> operations = new TreeSet<>();

		@Override
		public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
			// Spring writes a predicate as (POST && /v1/scrub).
			this.operations.add(predicate.toString().replace("(", "").replace(")", "").replace(" && ", " "));
		}

		@Override
		public void startNested(RequestPredicate predicate) {
		}

		@Override
		public void endNested(RequestPredicate predicate) {
		}

		@Override
		public void resources(Function<ServerRequest, Mono<Resource>> lookup) {
		}

		@Override
		public void attributes(Map<String, Object> attributes) {
		}

		@Override
		public void unknown(RouterFunction<?> router) {
			throw new AssertionError("a route that cannot be listed: " + router);
		}

	}

}
