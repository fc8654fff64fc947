package io.hilum.routing.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import io.hilum.loops.http.Bytes;
import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.completion.CompletionProperties;
import io.hilum.routing.completion.CompletionRequest;
import io.hilum.routing.completion.Rehearsal;
import io.hilum.routing.completion.web.ProblemResponse;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.trust.context.webflux.ContextWebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says what would become of a request. Whether somebody may know that the gateway has
 * made sure of.
 */
final class SimulationHandler {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int MAX_BODY = 64 * 1024;

	private final Rehearsal rehearsal;

	private final BodyScanner scanner;

	private final CompletionProperties properties;

	private final Clock clock;

	SimulationHandler(Rehearsal rehearsal, CompletionProperties properties, Clock clock) {
		this.rehearsal = rehearsal;
		this.properties = properties;
		this.scanner = new BodyScanner(properties.maxDepth(), (int) properties.maxBody().toBytes());
		this.clock = clock;
	}

	Mono<Void> handle(ServerWebExchange exchange) {
		String requestId = ContextWebFilter.contextOf(exchange).requestId();
		return DataBufferUtils.join(exchange.getRequest().getBody(), MAX_BODY)
			.map(Bytes::of)
			.defaultIfEmpty(new byte[0])
			.onErrorMap(DataBufferLimitException.class,
					(cause) -> new RoutingException(new RoutingProblem.BodyTooLarge(MAX_BODY)))
			.timeout(this.properties.bodyTimeout(),
					Mono.error(
							() -> new RoutingException(new RoutingProblem.BodyTooSlow(this.properties.bodyTimeout()))))
			.map(Supposed::read)
			.flatMap((supposed) -> outcome(supposed, requestId))
			.flatMap((outcome) -> write(exchange.getResponse(), outcome))
			.onErrorResume(RoutingException.class,
					(refusal) -> ProblemResponse.write(exchange.getResponse(), refusal.problem()));
	}

	private Mono<Outcome> outcome(Supposed supposed, String requestId) {
		Instant at = (supposed.at() != null) ? supposed.at() : this.clock.instant();
		return this.rehearsal.rehearse(request(supposed, requestId), at, supposed.allWell()).map(Outcome::of);
	}

	private CompletionRequest request(Supposed supposed, String requestId) {
		if (supposed.requestBytes() > this.properties.maxBody().toBytes()) {
			throw Supposed.invalid("No body may be so long", "request_bytes");
		}
		return new CompletionRequest(supposed.operation(),
				this.scanner.scan(SupposedBody.of(supposed), supposed.operation()),
				supposed.caller().context(requestId), Map.of(), null);
	}

	private static Mono<Void> write(ServerHttpResponse response, Outcome outcome) {
		byte[] body = JSON.writeValueAsBytes(outcome);
		response.setStatusCode(HttpStatus.OK);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(body.length);
		response.getHeaders().setCacheControl("no-store");
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
