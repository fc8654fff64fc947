package io.hilum.phi.scrub.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.phi.review.CorrectionProperties;
import io.hilum.phi.scrub.ScrubFixtures;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.webflux.ContextWebFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The service without a server: routes, door and error answers.
 */
final class ScrubWebFixtures {

	static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	static final ScrubProperties BOUNDS = new ScrubProperties(1, 4, DataSize.ofBytes(0), DataSize.ofMegabytes(1),
			Duration.ofSeconds(60), 3, 1000, DataSize.ofKilobytes(8));

	private ScrubWebFixtures() {
	}

	static RouterFunction<ServerResponse> corrections(ScrubWorkers workers, String file) {
		return new CorrectionConfiguration().correctionRoutes(new CorrectionProperties(file, DataSize.ofKilobytes(1),
				List.of("Clinician"), List.of("Admin"), Duration.ofSeconds(10)), new PseudonymProperties(KEY), workers,
				ScrubFixtures.CLOCK);
	}

	static WebTestClient client(ScrubWorkers workers, SimpleMeterRegistry meters) {
		return client(new ScrubConfiguration().scrubRoutes(ScrubFixtures.SCRUBBER, workers,
				new ScrubMeters(meters, workers), BOUNDS));
	}

	static WebTestClient client(RouterFunction<ServerResponse> routes) {
		ContextWebFilter door = new ContextWebFilter(new ContextVerifier("phi-scrubber-service",
				Map.of("gateway-service", ContextKey.parse(KEY)), ScrubFixtures.CLOCK), List.of("/actuator/"));
		HandlerStrategies strategies = HandlerStrategies.builder()
			.webFilter(door)
			.exceptionHandler(new ProblemHandler(JsonMapper.shared()))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize((int) BOUNDS.maxBody().toBytes()))
			.build();
		return WebTestClient.bindToRouterFunction(routes)
			.handlerStrategies(strategies)
			.configureClient()
			.responseTimeout(Duration.ofSeconds(90))
			.build();
	}

	static String context(String conversation) {
		return context(conversation, "Clinician");
	}

	static String context(String conversation, String role) {
		ContextSigner signer = new ContextSigner("gateway-service",
				Map.of("phi-scrubber-service", ContextKey.parse(KEY)), ScrubFixtures.CLOCK);
		return signer.sign(new ServiceContext("req-1", "https://idp|amelia", List.of(role), "cardiology", null, null,
				"treatment", PhiState.RAW, "p1", conversation), "phi-scrubber-service");
	}

	static JsonNode example(String name) {
		try (InputStream in = Objects
			.requireNonNull(ScrubWebFixtures.class.getResourceAsStream("/contracts/examples/scrub/" + name))) {
			return JsonMapper.shared().readTree(in.readAllBytes());
		}
		catch (IOException ex) {
			throw new IllegalStateException(name, ex);
		}
	}

}
