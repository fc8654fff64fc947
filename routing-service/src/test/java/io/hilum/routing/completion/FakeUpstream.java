package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider whose deployments fail as their names say: {@code ok}, {@code slow},
 * {@code held}, {@code 429}, {@code 500}, {@code 401}, {@code 400}, {@code html},
 * {@code reset}, {@code silence}, {@code cut}, {@code stall}, {@code garbage},
 * {@code nodone}, {@code early-cut}, {@code lingering}, {@code 429-long}, {@code 529},
 * {@code too-long}, {@code filtered}, {@code drip}, {@code huge}, {@code odd},
 * {@code flood}, {@code told}, {@code censored}, {@code censored-late}, {@code trickle},
 * {@code half}, {@code embed}. Ten words are ten tokens.
 */
final class FakeUpstream implements AutoCloseable {

	static final int WORDS = 10;

	private static final String FINISH = "data: {\"id\":\"c1\",\"model\":\"fake-1\",\"choices\":[{\"index\":0,"
			+ "\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":null}\n\n";

	private static final String CENSORED = FINISH.replace("\"stop\"", "\"content_filter\"");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final DisposableServer server;

	private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicLong flooded = new AtomicLong();

	private volatile boolean released = true;

	private volatile Duration slowness = Duration.ofMillis(50);

	FakeUpstream() {
		this.server = HttpServer.create()
			.port(0)
			.childOption(ChannelOption.SO_SNDBUF, 65_536)
			.handle(this::handle)
			.bindNow();
	}

	String url() {
		return "http://localhost:" + this.server.port() + "/v1";
	}

	List<Call> calls() {
		return List.copyOf(this.calls);
	}

	int open() {
		return this.open.get();
	}

	/**
	 * How many bytes of floods have been sent.
	 */
	long flooded() {
		return this.flooded.get();
	}

	void forget() {
		this.calls.clear();
	}

	void hold() {
		this.released = false;
	}

	void release() {
		this.released = true;
	}

	void slowness(Duration pause) {
		this.slowness = pause;
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap((body) -> {
			JsonNode json = JSON.readTree(body);
			String model = json.path("model").asString();
			this.calls.add(new Call(request.uri(), model, body, request.requestHeaders().get("Authorization", ""),
					request.requestHeaders().get("anthropic-beta", "")));
			if (request.uri().endsWith("/messages")) {
				return response.header("content-type", "application/json")
					.sendString(Mono.just("{\"type\":\"message\",\"content\":[],\"usage\":{\"input_tokens\":1}}"))
					.then();
			}
			return Mono.from(answer(model, json.path("stream").asBoolean(false), json, response));
		});
	}

	private Publisher<Void> answer(String model, boolean stream, JsonNode request, HttpServerResponse response) {
		return switch (model) {
			case "429" -> error(response.header("retry-after-ms", "1"), 429, "slow down");
			case "429-long" -> error(response.header("retry-after", "300"), 429, "slow down");
			case "529" -> error(response.header("retry-after-ms", "5"), 529, "overloaded");
			case "embed" -> embedding(request, response);
			case "too-long" -> refusal(response, "context_length_exceeded");
			case "filtered" -> refusal(response, "content_filter");
			case "500" -> error(response, 500, "secret stack trace");
			case "401" -> error(response, 401, "your key sk-secret is wrong");
			case "400" -> error(response, 400, "max_tokens is too large");
			case "html" -> response.header("content-type", "text/html").sendString(Mono.just("<html>hello</html>"));
			case "reset" -> reset(response);
			case "silence" -> silence(response);
			default -> stream ? stream(model, request, response) : whole(model, request, response);
		};
	}

	private static Publisher<Void> error(HttpServerResponse response, int status, String message) {
		return response.status(status)
			.header("content-type", "application/json")
			.sendString(Mono.just("{\"error\":{\"message\":\"" + message
					+ "\",\"type\":\"invalid_request_error\",\"param\":\"max_tokens\",\"code\":\"too_large\"}}"));
	}

	/**
	 * Questions point in one direction, unless they begin with a word that turns them.
	 */
	private static Publisher<Void> embedding(JsonNode request, HttpServerResponse response) {
		boolean turned = request.path("input").asString("").startsWith("Kindly");
		return response.header("content-type", "application/json").sendString(Mono.just("""
				{"object":"list","model":"embed-1","data":[{"object":"embedding","index":0,"embedding":[%s]}],\
				"usage":{"prompt_tokens":3,"total_tokens":3}}""".formatted(turned ? "0.1,2.0" : "2.0,0.1")));
	}

	private static Publisher<Void> refusal(HttpServerResponse response, String code) {
		return response.status(400)
			.header("content-type", "application/json")
			.sendString(Mono
				.just("{\"error\":{\"message\":\"no\",\"type\":\"invalid_request_error\",\"code\":\"" + code + "\"}}"));
	}

	private Publisher<Void> silence(HttpServerResponse response) {
		this.open.incrementAndGet();
		response.withConnection((connection) -> connection.onDispose(this.open::decrementAndGet));
		return Mono.never();
	}

	private static Publisher<Void> reset(HttpServerResponse response) {
		response.withConnection((connection) -> connection.dispose());
		return Mono.never();
	}

	private static Publisher<Void> whole(String model, JsonNode request, HttpServerResponse response) {
		int words = Math.min(WORDS, request.path("max_tokens").asInt(WORDS));
		return response.header("content-type", "application/json")
			.sendString(Mono.just("""
					{"id":"c1","object":"chat.completion","model":"fake-1","choices":[{"index":0,"message":\
					{"role":"assistant","content":"hello"},"finish_reason":"%s"}],"usage":{"prompt_tokens":7,\
					"completion_tokens":%d,"total_tokens":0},"vendor":{"keep":1}}"""
				.formatted(model.startsWith("censored") ? "content_filter" : "stop", words)));
	}

	private Publisher<Void> stream(String model, JsonNode request, HttpServerResponse response) {
		boolean usage = request.path("stream_options").path("include_usage").asBoolean(false);
		Flux<String> words = Flux.range(0, WORDS).map(FakeUpstream::chunk);
		Flux<String> events = switch (model) {
			case "cut", "early-cut" -> words.take(model.equals("cut") ? 3 : 0).concatWith(Mono.defer(() -> {
				response.withConnection((connection) -> connection.dispose());
				return Mono.never();
			}));
			case "two" -> words.take(2).concatWith(Mono.never());
			case "stall" -> words.take(3).concatWith(Mono.never());
			case "garbage" -> words.take(3).concatWithValues("data: <html>\n\n");
			case "nodone" -> words;
			case "drip" -> words.delayElements(Duration.ofMillis(400)).concatWith(end(usage));
			case "trickle" -> words.delayElements(Duration.ofSeconds(2)).concatWith(end(usage));
			case "half" -> words.take(3).concatWithValues("data: {\"id\":\"c1\",\"choi");
			case "huge" -> words.take(1).concatWith(Flux.range(0, 20 * 16).map((part) -> "x".repeat(65_536)));
			case "odd" ->
				words.map((word) -> ": still here\r\n\r\n" + word.replace("\n", "\r\n")).concatWith(end(usage));
			case "flood" -> Flux.range(0, 200_000)
				.map((part) -> ": " + "f".repeat(1000) + "\n\n" + chunk(part))
				.doOnNext((part) -> this.flooded.addAndGet(part.length()));
			case "censored" -> Flux.just(CENSORED).concatWith(end(usage));
			case "censored-late" -> words.take(1).concatWithValues(CENSORED).concatWith(end(usage));
			case "told" -> words.concatWithValues(FINISH).concatWith(end(usage));
			case "lingering" -> words.concatWith(end(usage)).concatWith(Mono.never());
			case "held" -> words.take(1).concatWith(untilReleased()).concatWith(words.skip(1)).concatWith(end(usage));
			case "slow" -> words.delayElements(this.slowness).concatWith(end(usage));
			default -> words.concatWith(end(usage));
		};
		this.open.incrementAndGet();
		return response.sse()
			.send(events.map(FakeUpstream::buffer).doFinally((signal) -> this.open.decrementAndGet()),
					(buffer) -> true);
	}

	/**
	 * Signs of life until the test lets the stream go on.
	 */
	private Flux<String> untilReleased() {
		return Flux.interval(Duration.ofMillis(100))
			.onBackpressureDrop()
			.takeUntil((tick) -> this.released)
			.map((tick) -> ": wait\n\n");
	}

	private static Flux<String> end(boolean usage) {
		String counts = "data: {\"id\":\"c1\",\"model\":\"fake-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,"
				+ "\"completion_tokens\":" + WORDS + "}}\n\n";
		return usage ? Flux.just(counts, "data: [DONE]\n\n") : Flux.just("data: [DONE]\n\n");
	}

	static String chunk(int number) {
		return "data: {\"id\":\"c1\",\"model\":\"fake-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"w" + number
				+ " \"}}],\"usage\":null}\n\n";
	}

	private static ByteBuf buffer(String text) {
		return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * What a deployment was sent.
	 *
	 * @param path the path
	 * @param model the model
	 * @param body the body
	 * @param login the header Authorization
	 * @param betas the header anthropic-beta
	 */
	record Call(String path, String model, String body, String login, String betas) {

	}

}
