package io.hilum.rag.hold.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.hilum.rag.hold.HoldingPortal;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link HttpLegalHolds}: what is not a clear no is no leave to delete.
 */
class HttpLegalHoldsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final UUID CONVERSATION = UUID.fromString("0b8ff77c-6c87-4f9e-9d6a-000000000001");

	private final HoldingPortal portal = new HoldingPortal();

	@AfterEach
	void stop() {
		this.portal.close();
	}

	@Test
	void tellsWhatIsHeldForWhom() {
		this.portal.hold("idp|amelia", CONVERSATION.toString());
		HttpLegalHolds holds = holds(this.portal.url(), Duration.ofSeconds(30), HoldingPortal.KEY);
		assertThat(holds.keep("idp|amelia", CONVERSATION).block(PATIENCE)).isTrue();
		assertThat(holds.keep("idp|ben", CONVERSATION).block(PATIENCE)).isFalse();
		assertThat(holds.keep("idp|amelia", UUID.randomUUID()).block(PATIENCE)).isFalse();
		this.portal.lift("idp|amelia", CONVERSATION.toString());
		assertThat(holds.keep("idp|amelia", CONVERSATION).block(PATIENCE)).isFalse();
	}

	@Test
	void failsWhereNothingIsSaid() {
		Duration patient = Duration.ofSeconds(30);
		HttpLegalHolds holds = holds(this.portal.url(), patient, HoldingPortal.KEY);
		for (int status : new int[] { 204, 401, 404, 500, 503 }) {
			this.portal.fail(status, Duration.ZERO);
			requireUnavailable(holds);
		}
		this.portal.fail(200, patient);
		requireUnavailable(holds(this.portal.url(), Duration.ofMillis(200), HoldingPortal.KEY));
		requireUnavailable(holds("http://localhost:1", patient, HoldingPortal.KEY));
		requireUnavailable(holds(this.portal.url(), patient, null));
	}

	private static void requireUnavailable(HttpLegalHolds holds) {
		RagProblem problem = catchThrowableOfType(RagProblem.class,
				() -> holds.keep("idp|amelia", CONVERSATION).block(PATIENCE));
		assertThat(problem.code()).isEqualTo(ProblemCode.HOLDS_UNAVAILABLE);
	}

	private static HttpLegalHolds holds(String url, Duration timeout, @Nullable String key) {
		Map<String, ContextKey> keys = (key != null) ? Map.of("portal-service", ContextKey.parse(key)) : Map.of();
		return new HttpLegalHolds(WebClient.create(url), new ContextSigner("rag-service", keys, Clock.systemUTC()),
				timeout);
	}

}
