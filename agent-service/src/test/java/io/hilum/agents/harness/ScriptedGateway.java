package io.hilum.agents.harness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A gateway that remembers which steps it was asked and answers as it is told.
 */
public final class ScriptedGateway implements AutoCloseable {

	private final List<Step> steps = new CopyOnWriteArrayList<>();

	private final AtomicInteger cancelled = new AtomicInteger();

	private final DisposableServer server;

	private volatile Function<Step, Mono<Reply>> script = (step) -> Mono.just(new Reply(500, "{}"));

	/**
	 * Start it.
	 */
	public ScriptedGateway() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			String authorization = String.valueOf(request.requestHeaders().get("authorization"));
			String context = String.valueOf(request.requestHeaders().get("hilum-context"));
			return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap((body) -> {
				Step step = new Step(request.uri(), authorization, context, body);
				this.steps.add(step);
				return this.script.apply(step).doOnCancel(this.cancelled::incrementAndGet);
			})
				.flatMap((reply) -> response.status(reply.status())
					.header("content-type", "application/json")
					.header("hilum-cost-usd", "0.0015")
					.sendString(Mono.just(reply.body()))
					.then());
		}).bindNow();
	}

	/**
	 * Follow a script from now on, and forget what was asked.
	 * @param next how to answer
	 */
	public void follow(Function<Step, Mono<Reply>> next) {
		this.steps.clear();
		this.cancelled.set(0);
		this.script = next;
	}

	/**
	 * What was asked.
	 * @return the steps in their order
	 */
	public List<Step> steps() {
		return this.steps;
	}

	/**
	 * How many steps were given up by whoever asked.
	 * @return the number
	 */
	public int cancelled() {
		return this.cancelled.get();
	}

	/**
	 * Where it is.
	 * @return its address
	 */
	public String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(30));
	}

	/**
	 * An answer that calls a tool.
	 * @param tool its name
	 * @param arguments its arguments
	 * @return the answer
	 */
	public static Reply calling(String tool, String arguments) {
		var json = tools.jackson.databind.json.JsonMapper.shared();
		var call = Map.of("id", "call_1", "type", "function", "function", Map.of("name", tool, "arguments", arguments));
		return new Reply(200, json.writeValueAsString(Map.of("choices",
				List.of(Map.of("index", 0, "message", Map.of("role", "assistant", "tool_calls", List.of(call)))),
				"usage", Map.of("prompt_tokens", 10, "completion_tokens", 5))));
	}

	/**
	 * An answer that hands in that nothing was found.
	 * @return the answer
	 */
	public static Reply nothingFound() {
		return calling("submit_answer", "{\"statements\":[],\"not_found\":[\"anything\"]}");
	}

	/**
	 * An answer to {@code /v1/phi/preview} that takes out Irma Peter and her number.
	 * @param step what was asked
	 * @return the answer
	 */
	public static Reply masked(Step step) {
		var json = tools.jackson.databind.json.JsonMapper.shared();
		var answer = json.createObjectNode();
		var results = answer.putArray("results");
		json.readTree(step.body())
			.path("texts")
			.forEach((text) -> results.addObject()
				.put("masked", text.asString().replace("Irma Peter", "[NAME_7KQ2]").replace("964741", "[MRN_4TT1]")));
		return new Reply(200, answer.toString());
	}

	/**
	 * A step.
	 *
	 * @param path what was asked
	 * @param authorization its credential
	 * @param context its context
	 * @param body its body
	 */
	public record Step(String path, String authorization, String context, String body) {
	}

	/**
	 * An answer.
	 *
	 * @param status its status
	 * @param body its body
	 */
	public record Reply(int status, String body) {
	}

}
