package io.hilum.agents.remote.mcp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks JSON-RPC as a test says, or does not.
 */
final class RudeMcp implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String TOOLS = """
			{"tools":[{"name":"look","description":"Looks","inputSchema":{"type":"object"}}]}""";

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final AtomicInteger left = new AtomicInteger();

	private final DisposableServer server;

	RudeMcp(Manner manner) {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> request.receive()
				.aggregate()
				.asString(StandardCharsets.UTF_8)
				.defaultIfEmpty("{}")
				.flatMap((body) -> {
					JsonNode message = JSON.readTree(body);
					this.asked.add(message.path("method").asString(request.method().name()));
					response.withConnection((connection) -> connection.onDispose(this.left::incrementAndGet));
					return Mono.from(manner.answer(message, response));
				}))
			.bindNow();
	}

	/**
	 * As a server should, with one tool that says <em>fine</em>.
	 */
	static Publisher<Void> politely(JsonNode message, HttpServerResponse response) {
		return switch (message.path("method").asString("")) {
			case "initialize" -> result(message, response,
					"""
							{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"r","version":"1"}}""");
			case "tools/list" -> result(message, response, TOOLS);
			case "tools/call" -> result(message, response, """
					{"content":[{"type":"text","text":"fine"}]}""");
			default -> response.status(202).send();
		};
	}

	static Publisher<Void> result(JsonNode message, HttpServerResponse response, String result) {
		return json(response, "{\"jsonrpc\":\"2.0\",\"id\":" + message.path("id") + ",\"result\":" + result + "}");
	}

	static Publisher<Void> json(HttpServerResponse response, String body) {
		return response.header("content-type", "application/json").sendString(Mono.just(body)).then();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port() + "/mcp";
	}

	/** The methods that it was asked, in their order. */
	List<String> asked() {
		return this.asked;
	}

	/** How many of its connections ended. */
	int left() {
		return this.left.get();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(30));
	}

	/**
	 * How it answers.
	 */
	@FunctionalInterface
	interface Manner {

		/**
		 * Answer.
		 * @param message what it is asked
		 * @param response where to
		 * @return when it has
		 */
		Publisher<Void> answer(JsonNode message, HttpServerResponse response);

	}

}
