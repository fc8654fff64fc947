package io.hilum.gateway.edge;

import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.loops.http.Bytes;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Small requests and answers in JSON that this gateway reads and writes itself.
 */
final class JsonCalls {

	private JsonCalls() {
	}

	/**
	 * The body of a request.
	 * @param exchange the exchange
	 * @param most the largest body, in bytes
	 * @return the bytes, none if there is no body, or a {@link GatewayProblem.TooLarge}
	 */
	static Mono<byte[]> body(ServerWebExchange exchange, int most) {
		return DataBufferUtils.join(exchange.getRequest().getBody(), most)
			.map(Bytes::of)
			.onErrorMap(DataBufferLimitException.class, (ex) -> new GatewayProblem.TooLarge(most).asException());
	}

	static Mono<Void> write(ServerHttpResponse response, byte[] json) {
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setCacheControl("no-store");
		return response.writeWith(Mono.just(response.bufferFactory().wrap(json)));
	}

}
