package io.hilum.rag.hold.http;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.hilum.rag.hold.LegalHolds;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Asks portal-service on behalf of the person whose conversation it is, with no role that
 * anything is open to.
 */
class HttpLegalHolds implements LegalHolds {

	private static final Logger logger = LoggerFactory.getLogger(HttpLegalHolds.class);

	private static final String PORTAL = "portal-service";

	private static final String SELF = "rag-service";

	private final WebClient portal;

	private final ContextSigner signer;

	private final Duration timeout;

	HttpLegalHolds(WebClient portal, ContextSigner signer, Duration timeout) {
		this.portal = portal;
		this.signer = signer;
		this.timeout = timeout;
	}

	@Override
	public Mono<Boolean> keep(String person, UUID conversation) {
		return Mono.defer(() -> ask(person, conversation))
			.mapNotNull(HeldV1::held)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("portal-service says neither yes nor no")))
			.timeout(this.timeout)
			.onErrorMap(HttpLegalHolds::unavailable);
	}

	private Mono<HeldV1> ask(String person, UUID conversation) {
		return this.portal.get()
			.uri("/v1/portal/held?conversation={conversation}", conversation)
			.header(ServiceContext.HEADER, this.signer.sign(context(person), PORTAL))
			.retrieve()
			.bodyToMono(HeldV1.class);
	}

	private static ServiceContext context(String person) {
		return new ServiceContext(UUID.randomUUID().toString(), person, List.of(SELF), SELF, null, null, "operations",
				PhiState.RAW, "none", "");
	}

	private static RagProblem unavailable(Throwable failure) {
		logger.warn("Whether a legal hold keeps documents cannot be told: {}", failure.getClass().getName());
		return RagProblem.of(ProblemCode.HOLDS_UNAVAILABLE,
				"Whether a legal hold keeps this cannot be told at the moment, so it stays; try again shortly");
	}

}
