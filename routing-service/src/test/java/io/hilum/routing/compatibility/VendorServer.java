package io.hilum.routing.compatibility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.routing.provider.ProviderServer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * Answers as each vendor does, by the path that it is asked at, in parts of seven bytes.
 * The answers in {@code /compatibility} all say the same.
 */
final class VendorServer implements AutoCloseable {

	private static final String EVENTS = "text/event-stream";

	private static final String JSON = "application/json";

	private final DisposableServer server;

	private volatile String asked = "";

	private volatile boolean refusing;

	private volatile boolean cutting;

	VendorServer() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	int port() {
		return this.server.port();
	}

	/**
	 * What was asked last.
	 */
	String asked() {
		return this.asked;
	}

	void refuse(boolean refuse) {
		this.refusing = refuse;
	}

	void cut(boolean cut) {
		this.cutting = cut;
	}

	void forget() {
		this.asked = "";
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().flatMap((body) -> {
			this.asked = body;
			String uri = request.uri();
			if (this.refusing) {
				return response.status(400)
					.header("content-type", JSON)
					.header("retry-after", "3")
					.sendByteArray(Mono.just(refusal(uri)))
					.then();
			}
			boolean stream = uri.contains("stream") || body.contains("\"stream\":true");
			byte[] answer = answer(uri, stream);
			byte[] sent = this.cutting ? Arrays.copyOf(answer, answer.length * 6 / 10) : answer;
			return response.header("content-type", type(uri, stream))
				.sendByteArray(Flux.fromIterable(ProviderServer.cut(sent)))
				.then();
		});
	}

	private static String type(String uri, boolean stream) {
		return !stream ? JSON : uri.contains("/model/") ? "application/vnd.amazon.eventstream" : EVENTS;
	}

	private static byte[] refusal(String uri) {
		String body = uri.contains("/model/") ? "{\"message\":\"too long\"}" : uri.contains("enerateContent")
				? "{\"error\":{\"code\":400,\"message\":\"too long\",\"status\":\"INVALID_ARGUMENT\"}}"
				: "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"too long\"}}";
		return body.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] answer(String uri, boolean stream) {
		if (uri.contains("count-tokens:rawPredict")) {
			return "{\"input_tokens\":4711}".getBytes(StandardCharsets.UTF_8);
		}
		if (uri.contains("awPredict")) {
			return file(stream ? "messages.sse" : "messages.json");
		}
		if (uri.contains("anthropic") && uri.contains("/invoke")) {
			return stream ? chunks() : file("messages.json");
		}
		for (Map.Entry<String, String> other : List.of(Map.entry("/embeddings",
				"{\"object\":\"list\",\"data\":[{\"index\":0,\"embedding\":[0.5]}],\"usage\":{\"prompt_tokens\":3,\"total_tokens\":3}}"),
				Map.entry("batchEmbedContents", "{\"embeddings\":[{\"values\":[0.5]}]}"),
				Map.entry("predict",
						"{\"predictions\":[{\"embeddings\":{\"values\":[0.5],\"statistics\":{\"token_count\":3}}}]}"),
				Map.entry("/invoke", "{\"embedding\":[0.5],\"inputTextTokenCount\":3}"),
				Map.entry("/count-tokens", "{\"inputTokens\":4711}"),
				Map.entry("count_tokens", "{\"input_tokens\":4711}"))) {
			if (uri.contains(other.getKey())) {
				return other.getValue().getBytes(StandardCharsets.UTF_8);
			}
		}
		String name = List.of("chat/completions", "completions", "responses", "messages", "enerateContent", "converse")
			.stream()
			.filter(uri::contains)
			.findFirst()
			.orElseThrow();
		String file = name.startsWith("chat") ? "chat" : name.startsWith("enerate") ? "gemini" : name;
		if (!stream) {
			return file(file + ".json");
		}
		return "converse".equals(file) ? frames() : file(file + ".sse");
	}

	private static byte[] file(String name) {
		try (InputStream file = VendorServer.class.getResourceAsStream("/compatibility/" + name)) {
			return Objects.requireNonNull(file, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] frames() {
		ByteArrayOutputStream frames = new ByteArrayOutputStream();
		text("converse.events").lines().forEach((line) -> {
			int space = line.indexOf(' ');
			frame(frames, line.substring(0, space), line.substring(space + 1));
		});
		return frames.toByteArray();
	}

	/**
	 * Bedrock's frames around Anthropic's own events.
	 */
	private static byte[] chunks() {
		ByteArrayOutputStream frames = new ByteArrayOutputStream();
		text("messages.sse").lines().filter((line) -> line.startsWith("data: ")).forEach((line) -> {
			byte[] event = line.substring("data: ".length()).getBytes(StandardCharsets.UTF_8);
			frame(frames, "chunk", "{\"bytes\":\"" + Base64.getEncoder().encodeToString(event) + "\",\"p\":\"ab\"}");
		});
		return frames.toByteArray();
	}

	private static void frame(ByteArrayOutputStream frames, String type, String payload) {
		new Message(
				Map.of(":message-type", HeaderValue.fromString("event"), ":event-type", HeaderValue.fromString(type)),
				payload.getBytes(StandardCharsets.UTF_8))
			.encode(frames);
	}

	private static String text(String name) {
		return new String(file(name), StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
