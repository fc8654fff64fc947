package io.hilum.gateway.edge;

import java.util.Locale;
import java.util.Set;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * The filter of routes to one service: the client's credential stays here, and a context
 * that is signed for that service goes on in its place.
 */
final class ServiceRoute implements GatewayFilter {

	private static final Set<String> PASSED_ON = Set.of("accept", "accept-language", "content-type", "content-length",
			"transfer-encoding", "if-match", "if-none-match", "range", "traceparent", "tracestate", "host");

	private final String audience;

	private final PhiState state;

	private final GuardedCall guard;

	private final ContextSigner signer;

	private final long maxUpload;

	ServiceRoute(String audience, PhiState state, GuardedCall guard, ContextSigner signer, long maxUpload) {
		this.audience = audience;
		this.state = state;
		this.guard = guard;
		this.signer = signer;
		this.maxUpload = maxUpload;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		ServerHttpResponse response = exchange.getResponse();
		String requestId = Arrival.of(exchange).requestId();
		response.beforeCommit(() -> Mono.fromRunnable(() -> keepOwnHeaders(response.getHeaders(), requestId)));
		return this.guard.around(exchange, this.state,
				(context) -> chain.filter(exchange.mutate().request(request(exchange.getRequest(), context)).build()));
	}

	private static void keepOwnHeaders(HttpHeaders headers, String requestId) {
		headers.set("x-request-id", requestId);
		headers.remove("server");
		// What a service answers is data, whatever it says, and somebody's alone.
		headers.set("x-content-type-options", "nosniff");
		if (headers.getCacheControl() == null) {
			headers.setCacheControl("no-store");
		}
	}

	private ServerHttpRequest request(ServerHttpRequest request, ServiceContext context) {
		if (request.getHeaders().getContentLength() > this.maxUpload) {
			throw new GatewayProblem.TooLarge(this.maxUpload).asException();
		}
		HttpHeaders headers = new HttpHeaders();
		request.getHeaders().forEach((name, values) -> {
			if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
				headers.addAll(name, values);
			}
		});
		headers.set(ServiceContext.HEADER, this.signer.sign(context, this.audience));
		return new BoundedRequest(request, headers, this.maxUpload);
	}

	/**
	 * A request whose body fails once it is larger than allowed.
	 */
	private static final class BoundedRequest extends ServerHttpRequestDecorator {

		private final HttpHeaders headers;

		private final long maxBytes;

		private long bytes;

		BoundedRequest(ServerHttpRequest request, HttpHeaders headers, long maxBytes) {
			super(request);
			this.headers = headers;
			this.maxBytes = maxBytes;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return super.getBody().doOnNext((buffer) -> {
				this.bytes += buffer.readableByteCount();
				if (this.bytes > this.maxBytes) {
					throw new GatewayProblem.TooLarge(this.maxBytes).asException();
				}
			});
		}

	}

}
