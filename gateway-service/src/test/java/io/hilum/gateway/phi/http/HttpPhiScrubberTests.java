package io.hilum.gateway.phi.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.phi.ScrubProperties;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.gateway.upstream.ServiceCalls;
import io.hilum.gateway.upstream.Services;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link HttpPhiScrubber}.
 */
class HttpPhiScrubberTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final ServiceContext CONTEXT = new ServiceContext("req-1", "idp|amelia", List.of("Clinician"), "t",
			null, null, "treatment", PhiState.RAW, "none", "c1");

	@Test
	void failsWhenTheScrubberIsAway() {
		assertUnavailable(WebClient.builder().baseUrl("http://127.0.0.1:1"), MINUTE);
	}

	@Test
	void failsWhenTheWholeTakesTooLong() {
		ExchangeFunction never = (request) -> Mono.never();
		assertUnavailable(WebClient.builder().exchangeFunction(never), Duration.ofMillis(20));
	}

	@Test
	void needsADeadline() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ScrubProperties(Duration.ZERO));
	}

	private static void assertUnavailable(WebClient.Builder client, Duration deadline) {
		ContextKey key = ContextKey.parse(Base64.getEncoder().encodeToString(new byte[32]));
		ServiceCalls calls = new ServiceCalls(Services.PHI_SCRUBBER, client.build(),
				new ContextSigner("gateway-service", Map.of(Services.PHI_SCRUBBER, key), Clock.systemUTC()));
		HttpPhiScrubber scrubber = new HttpPhiScrubber(calls, new ScrubProperties(deadline), new SimpleMeterRegistry());
		ScrubOrder order = new ScrubOrder(PhiTreatment.of(PhiMode.PSEUDONYMISE), List.of(PhiText.of("Irma Peter")),
				List.of(), List.of());
		StepVerifier.create(scrubber.scrub(CONTEXT, order))
			.expectErrorSatisfies((thrown) -> assertThat(thrown).isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.problem()).isInstanceOfSatisfying(GatewayProblem.Unavailable.class,
							(unavailable) -> assertThat(unavailable.code()).isEqualTo("phi_scrubber_unavailable"))))
			.verify(MINUTE);
	}

}
