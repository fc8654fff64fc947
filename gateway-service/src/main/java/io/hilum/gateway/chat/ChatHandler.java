package io.hilum.gateway.chat;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.identity.web.AuthenticationFilter;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.loops.http.Bytes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Every endpoint that asks a model: bytes in, bytes out, and the {@link ChatPipeline} in
 * between.
 */
public final class ChatHandler {

	/**
	 * The variable of a path that names the model.
	 */
	public static final String MODEL = "model";

	private final ChatPipeline pipeline;

	private final long maxBody;

	ChatHandler(ChatPipeline pipeline, ChatProperties properties) {
		this.pipeline = pipeline;
		this.maxBody = properties.maxBody().toBytes();
	}

	/**
	 * What serves an endpoint. A path may name the model.
	 * @param endpoint the endpoint
	 * @return a handler whose response is written as the answer arrives
	 */
	public HandlerFunction<ServerResponse> serving(Endpoint endpoint) {
		return (request) -> {
			Asked asked = new Asked(endpoint, request.pathVariables().get(MODEL));
			return ServerResponse.ok().build((exchange, context) -> serve(asked, exchange));
		};
	}

	private Mono<Void> serve(Asked asked, ServerWebExchange exchange) {
		ChatContext arrived = ChatContext.of(Arrival.of(exchange), AuthenticationFilter.callerOf(exchange));
		return this.pipeline.run(arrived, asked, body(exchange.getRequest()),
				(answer) -> write(answer, exchange.getResponse()));
	}

	private Mono<byte[]> body(ServerHttpRequest request) {
		return Mono.defer(() -> {
			requireJson(request.getHeaders());
			return DataBufferUtils.join(request.getBody(), Math.toIntExact(this.maxBody))
				.map(Bytes::of)
				.defaultIfEmpty(new byte[0])
				.onErrorMap(DataBufferLimitException.class, (ex) -> tooLarge());
		});
	}

	private void requireJson(HttpHeaders headers) {
		MediaType type = headers.getContentType();
		String charset = (type != null) ? type.getParameter("charset") : null;
		if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)
				|| (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
			throw new GatewayProblem.UnsupportedMedia("Send the body as application/json in UTF-8").asException();
		}
		String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
			throw new GatewayProblem.UnsupportedMedia("Send the body uncompressed, without content-encoding")
				.asException();
		}
		if (headers.getContentLength() > this.maxBody) {
			throw tooLarge();
		}
	}

	private RuntimeException tooLarge() {
		return new GatewayProblem.TooLarge(this.maxBody).asException();
	}

	private static Mono<Void> write(ChatAnswer answer, ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		HttpHeaders headers = response.getHeaders();
		answer.headers().forEach(headers::set);
		DataBufferFactory buffers = response.bufferFactory();
		if (!answer.streamed()) {
			return answer.body().next().flatMap((bytes) -> {
				headers.setContentLength(bytes.length);
				return response.writeWith(Mono.just(buffers.wrap(bytes)));
			});
		}
		Flux<DataBuffer> body = answer.body().map(buffers::wrap);
		headers.setCacheControl("no-cache");
		headers.set("x-accel-buffering", "no");
		return response.writeAndFlushWith(body.map(Mono::just));
	}

}
