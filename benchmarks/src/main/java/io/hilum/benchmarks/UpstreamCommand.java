package io.hilum.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A fast stand-in for a provider: the same answer to each chat request, streamed in 200
 * chunks where a stream is asked for. Below {@code /paced} five milliseconds lie between
 * two chunks.
 */
public final class UpstreamCommand {

	private static final int CHUNKS = 200;

	private static final String ANSWER = """
			{"id":"chatcmpl-bench","object":"chat.completion","created":1767600000,"model":"bench-model","choices":[{"index":0,\
			"message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}],\
			"usage":{"prompt_tokens":230,"completion_tokens":84,"total_tokens":314}}"""
		.formatted("The patient should be seen again in two weeks. ".repeat(8));

	private static final String EVENT = """
			data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1767600000,"model":"bench-model",\
			"choices":[%s]%s}

			""";

	private UpstreamCommand() {
	}

	/**
	 * Serve until the process is ended.
	 * @param args the port to listen on
	 */
	public static void main(String[] args) {
		HttpServer.create()
			.host("127.0.0.1")
			.port(Integer.parseInt(args[0]))
			.route((routes) -> routes.post("/v1/chat/completions", UpstreamCommand::answer)
				.post("/paced/v1/chat/completions", UpstreamCommand::answerPaced))
			.bindNow()
			.onDispose()
			.block();
	}

	private static Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		return answer(request, response, Duration.ZERO);
	}

	private static Mono<Void> answerPaced(HttpServerRequest request, HttpServerResponse response) {
		return answer(request, response, Duration.ofMillis(5));
	}

	private static Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, Duration pace) {
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap((body) -> {
			if (!body.contains("\"stream\":true")) {
				return response.header("content-type", "application/json").sendString(Mono.just(ANSWER)).then();
			}
			Flux<String> events = pace.isZero() ? events() : events().delayElements(pace);
			return response.sse().sendString(events).then();
		});
	}

	private static Flux<String> events() {
		Flux<String> chunks = Flux.range(0, CHUNKS)
			.map((i) -> EVENT
				.formatted("{\"index\":0,\"delta\":{\"content\":\" tok" + i + "\"},\"finish_reason\":null}", ""));
		return Flux.concat(chunks,
				Flux.just(EVENT.formatted("{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}", ""),
						EVENT.formatted("",
								",\"usage\":{\"prompt_tokens\":230,\"completion_tokens\":200,\"total_tokens\":430}"),
						"data: [DONE]\n\n"));
	}

}
