package io.hilum.routing.completion.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.loops.http.Bytes;
import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.cache.CacheUse;
import io.hilum.routing.completion.CompletionPipeline;
import io.hilum.routing.completion.CompletionProperties;
import io.hilum.routing.completion.CompletionRequest;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.trust.context.webflux.ContextWebFilter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads a request, has it answered and writes the answer as it comes.
 */
final class CompletionHandler {

	private static final String PHI_COUNTS = "Hilum-Phi-Counts";

	/**
	 * What the text is where media make the whole raw.
	 */
	private static final String TEXT = "Hilum-Text";

	private static final String BESIDE_MEDIA = "deidentified";

	private static final String BETAS = "Hilum-Betas";

	private static final String IDEMPOTENCY_KEY = "Hilum-Idempotency-Key";

	/**
	 * The provider that keeps what a request goes on from.
	 */
	static final String HOLDER = "Hilum-Provider";

	private final CompletionPipeline pipeline;

	private final BodyScanner scanner;

	private final int maxBytes;

	private final Duration bodyTimeout;

	CompletionHandler(CompletionPipeline pipeline, CompletionProperties properties) {
		this.pipeline = pipeline;
		this.maxBytes = (int) properties.maxBody().toBytes();
		this.bodyTimeout = properties.bodyTimeout();
		this.scanner = new BodyScanner(properties.maxDepth(), this.maxBytes);
	}

	Mono<Void> handle(ServerWebExchange exchange, Endpoint endpoint) {
		return body(exchange).map((bytes) -> request(exchange, endpoint, bytes))
			.flatMap((request) -> answer(exchange, request))
			.onErrorResume(RoutingException.class,
					(refusal) -> ProblemResponse.write(exchange.getResponse(), refusal.problem()));
	}

	private Mono<byte[]> body(ServerWebExchange exchange) {
		long announced = exchange.getRequest().getHeaders().getContentLength();
		if (announced > this.maxBytes) {
			return Mono.error(tooLarge());
		}
		return DataBufferUtils.join(exchange.getRequest().getBody(), this.maxBytes)
			.map(Bytes::of)
			.defaultIfEmpty(new byte[0])
			.onErrorMap(DataBufferLimitException.class, (cause) -> tooLarge())
			.timeout(this.bodyTimeout,
					Mono.error(() -> new RoutingException(new RoutingProblem.BodyTooSlow(this.bodyTimeout))));
	}

	private RoutingException tooLarge() {
		return new RoutingException(new RoutingProblem.BodyTooLarge(this.maxBytes));
	}

	private CompletionRequest request(ServerWebExchange exchange, Endpoint endpoint, byte[] bytes) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		String counted = headers.getFirst(PHI_COUNTS);
		Map<String, Integer> counts = phiCounts(counted);
		CacheUse cacheUse = CacheUse.parse(headers.getOrEmpty(HttpHeaders.CACHE_CONTROL),
				counted != null && counts.values().stream().allMatch((count) -> count == 0));
		return new CompletionRequest(endpoint, this.scanner.scan(bytes, endpoint), ContextWebFilter.contextOf(exchange),
				counts, headers.getFirst("traceparent"), Timeouts.parse(headers.getFirst(Timeouts.HEADER)), cacheUse,
				headers.getFirst(HOLDER), betas(headers.getFirst(BETAS)), BESIDE_MEDIA.equals(headers.getFirst(TEXT)),
				headers.getFirst(IDEMPOTENCY_KEY));
	}

	/**
	 * The gateway has checked the names.
	 */
	private static List<String> betas(@Nullable String header) {
		return (header == null || header.isBlank()) ? List.of() : List.of(header.split(","));
	}

	private Mono<Void> answer(ServerWebExchange exchange, CompletionRequest request) {
		AnswerWriter writer = new AnswerWriter(exchange.getResponse(), request.stream(), request.betas());
		return writer.write(this.pipeline.complete(request, writer::begin));
	}

	static Map<String, Integer> phiCounts(@Nullable String header) {
		return (header == null || header.isBlank()) ? Map.of() : PhiCounts.parse(header);
	}

}
