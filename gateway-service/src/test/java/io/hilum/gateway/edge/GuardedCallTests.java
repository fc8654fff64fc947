package io.hilum.gateway.edge;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import io.hilum.gateway.admission.InMemoryAdmission;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.audit.AuditEvent;
import io.hilum.gateway.audit.Decision;
import io.hilum.gateway.audit.InMemoryAuditLog;
import io.hilum.gateway.identity.Assurance;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Role;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardedCall}: each call leaves one event and no lease, however it
 * ends.
 */
class GuardedCallTests {

	private static final AccessPolicy POLICY = new AccessPolicy("v1", NamePattern.listOf(List.of("gpt-4o")),
			Map.of("Admin", Role.unconditional("Admin", PhiMode.PSEUDONYMISE)));

	private final InMemoryAuditLog audit = new InMemoryAuditLog();

	private final InMemoryAdmission admission = new InMemoryAdmission(1);

	private final GuardedCall guard = new GuardedCall(() -> POLICY, this.admission,
			new CallAudit(this.audit, new TimeOrderedIds(Clock.systemUTC(), new Random(1)), Clock.systemUTC()));

	private final MockServerWebExchange exchange = MockServerWebExchange
		.from(MockServerHttpRequest.get("/v1/audit/export"));

	@Test
	void recordsACallThatEndsWell() {
		StepVerifier.create(around("Admin", (context) -> write(Flux.just(buffer("all"))))).verifyComplete();
		assertEnding(Decision.ALLOWED, 200, null);
	}

	@Test
	void recordsAClientThatHangsUpBeforeTheLastByte() {
		StepVerifier.create(around("Admin", (context) -> write(Flux.just(buffer("all but")).concatWith(Mono.never()))))
			.thenCancel()
			.verify(Duration.ofSeconds(60));
		assertEnding(Decision.ALLOWED, 499, "client_closed");
	}

	@Test
	void recordsWhatBreaksOffAsWhatBegan() {
		StepVerifier
			.create(around("Admin",
					(context) -> write(
							Flux.just(buffer("some")).concatWith(Mono.error(new IllegalStateException("reset"))))))
			.verifyError(IllegalStateException.class);
		assertEnding(Decision.ALLOWED, 200, "interrupted");
	}

	@Test
	void recordsWhatFailsBeforeItBegins() {
		StepVerifier.create(around("Admin", (context) -> Mono.error(new IllegalStateException("x"))))
			.verifyError(IllegalStateException.class);
		assertEnding(Decision.REFUSED, 500, "internal_error");
	}

	@Test
	void recordsWhomItRefuses() {
		StepVerifier.create(around("Visitor", (context) -> Mono.error(new AssertionError("called")))).verifyError();
		assertEnding(Decision.REFUSED, 403, "no_role");
	}

	private void assertEnding(Decision decision, int status, @Nullable String reason) {
		assertThat(this.audit.published()).singleElement().satisfies((AuditEvent event) -> {
			assertThat(event.decision()).isEqualTo(decision);
			assertThat(event.status()).isEqualTo(status);
			assertThat(event.reason()).isEqualTo(reason);
		});
		assertThat(this.admission.leases()).isEmpty();
	}

	private Mono<Void> around(String role, Function<ServiceContext, Mono<Void>> call) {
		Caller caller = new Caller("idp|ada", List.of(role), "platform", null, null, null, List.of(), List.of(),
				Assurance.OF_KEY, List.of());
		this.exchange.getAttributes().put(Caller.class.getName(), caller);
		this.exchange.getAttributes()
			.put(Arrival.class.getName(), new Arrival("req_1", InetAddress.getLoopbackAddress(), 0));
		return this.guard.around(this.exchange, PhiState.NONE, call);
	}

	private Mono<Void> write(Flux<DataBuffer> body) {
		this.exchange.getResponse().setStatusCode(HttpStatus.OK);
		this.exchange.getResponse().setWriteHandler((sent) -> sent.then());
		return this.exchange.getResponse().writeWith(body);
	}

	private static DataBuffer buffer(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(UTF_8));
	}

}
