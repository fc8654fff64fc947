package io.hilum.systemtests.upstream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
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
 * A provider that speaks OpenAI's chat completions, answers with what the user said last,
 * calls each tool it is offered with that, and remembers every request. It is thread-safe
 * and outlives the quick start, so that its memory can be held against the ledger after a
 * crash.
 */
public final class FakeUpstream implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration PAUSE = Duration.ofMillis(15);

	private final ConcurrentLinkedQueue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

	private final AtomicLong numbers = new AtomicLong();

	private final DisposableServer server;

	private FakeUpstream() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.post("/v1/chat/completions", this::complete))
			.bindNow();
	}

	public static FakeUpstream start() {
		return new FakeUpstream();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.port() + "/v1";
	}

	/**
	 * Everything received so far, in order of arrival.
	 */
	public List<Exchange> exchanges() {
		return List.copyOf(this.exchanges);
	}

	/**
	 * What was received after the first {@code known} requests.
	 */
	public List<Exchange> exchangesAfter(int known) {
		return this.exchanges.stream().skip(known).toList();
	}

	public int count() {
		return this.exchanges.size();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(5));
	}

	private Publisher<Void> complete(HttpServerRequest request, HttpServerResponse response) {
		return request.receive()
			.aggregate()
			.asString(StandardCharsets.UTF_8)
			.flatMap((body) -> Mono.from(answer(request, body, response)));
	}

	private Publisher<Void> answer(HttpServerRequest request, String body, HttpServerResponse response) {
		JsonNode json = JSON.readTree(body);
		Answer answer = Answer.to(json, this.numbers.incrementAndGet());
		this.exchanges
			.add(new Exchange(request.uri(), headers(request), body, answer.inputTokens(), answer.outputTokens()));
		Behaviour behaviour = Behaviour.of(answer.model());
		if (behaviour == Behaviour.FAIL) {
			return response.status(500)
				.header(HttpHeaderNames.CONTENT_TYPE, "text/html")
				.sendString(Mono.just("<h1>Internal Server Error</h1><p>" + answer.text() + "</p>"));
		}
		if (json.path("stream").asBoolean(false)) {
			return response.sse().send(stream(answer, behaviour).map(Unpooled::wrappedBuffer), (written) -> true);
		}
		return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.sendString(Mono.just(answer.whole()).delayElement(behaviour == Behaviour.SLOW ? PAUSE : Duration.ZERO));
	}

	private static Flux<byte[]> stream(Answer answer, Behaviour behaviour) {
		List<String> events = answer.events();
		Flux<byte[]> half = Flux.fromIterable(events.subList(0, events.size() / 2)).map(FakeUpstream::bytes);
		return switch (behaviour) {
			case CUT -> half.concatWith(Flux.error(new IllegalStateException("cut as asked")));
			case STALL -> half.concatWith(Flux.never());
			case SLOW ->
				Flux.fromIterable(events).map(FakeUpstream::bytes).delayElements(PAUSE).concatWithValues(done());
			case ECHO, FAIL -> Flux.fromIterable(OddSplits.ofBytes(String.join("", events))).concatWithValues(done());
		};
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] done() {
		return bytes("data: [DONE]\n\n");
	}

	private static Map<String, String> headers(HttpServerRequest request) {
		return request.requestHeaders()
			.entries()
			.stream()
			.collect(Collectors.toUnmodifiableMap((header) -> header.getKey().toLowerCase(Locale.ROOT),
					Map.Entry::getValue, (first, second) -> first + ", " + second));
	}

}
