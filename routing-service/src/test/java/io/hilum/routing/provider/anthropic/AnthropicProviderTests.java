package io.hilum.routing.provider.anthropic;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.http.HttpProviderProperties;
import io.hilum.routing.provider.http.HttpProviders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the provider that {@link AnthropicProviderFactory} makes, against a server on
 * this machine.
 */
class AnthropicProviderTests {

	private static final String EVENTS = """
			event: message_start
			data: {"type":"message_start","message":{"id":"msg_1","model":"claude-x","usage":{"input_tokens":3,"output_tokens":1}}}

			event: content_block_start
			data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

			event: content_block_delta
			data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Grüß Gott"}}

			event: content_block_stop
			data: {"type":"content_block_stop","index":0}

			event: message_delta
			data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":7}}

			event: message_stop
			data: {"type":"message_stop"}

			""";

	private final AtomicReference<HttpHeaders> seen = new AtomicReference<>();

	private final List<String> bodies = new ArrayList<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).bindNow();

	private int status = 200;

	private String type = "text/event-stream; charset=utf-8";

	private String answer = EVENTS;

	@BeforeEach
	void start() {
		this.server.disposeNow();
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.post("/v1/messages",
					(request, response) -> request.receive().aggregate().asString().flatMap((body) -> {
						this.seen.set(request.requestHeaders());
						this.bodies.add(body);
						return response.status(this.status)
							.header("content-type", this.type)
							.header("retry-after", "3")
							.sendByteArray(Flux.fromIterable(cut(this.answer)))
							.then();
					})))
			.bindNow();
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(ReactorResourceFactory.class, () -> {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ZERO);
			return resources;
		});
		this.context.register(HttpProviders.class, AnthropicProviderFactory.class, Properties.class);
		this.context.refresh();
	}

	private static List<byte[]> cut(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		List<byte[]> parts = new ArrayList<>();
		for (int at = 0; at < bytes.length; at += 7) {
			parts.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 7)));
		}
		return parts;
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.server.disposeNow();
	}

	@Test
	void streamComesBackInTheDialectOfTheClient() {
		String events = call(true);
		assertThat(events).contains("\"content\":\"Grüß Gott\"")
			.contains("\"prompt_tokens\":3,\"completion_tokens\":7")
			.endsWith("data: [DONE]\n\n");
		assertThat(this.seen.get().get("x-api-key")).isEqualTo("secret");
		assertThat(this.seen.get().get("anthropic-version")).isEqualTo("2023-06-01");
		assertThat(this.seen.get().get("anthropic-beta")).isNull();
		assertThat(this.bodies).containsExactly("{\"model\":\"claude-x\",\"stream\":true,\"max_tokens\":100,"
				+ "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}]}");
	}

	@Test
	void cutStreamHasNoEnd() {
		this.answer = EVENTS.substring(0, EVENTS.indexOf("event: message_stop"));
		assertThat(call(true)).contains("Grüß Gott").doesNotContain("[DONE]");
	}

	@Test
	void wholeAnswerComesBackInTheDialectOfTheClient() {
		this.type = "application/json";
		this.answer = "{\"id\":\"msg_1\",\"model\":\"claude-x\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],"
				+ "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":7}}";
		assertThat(call(false)).contains("\"content\":\"Hi\"").contains("\"total_tokens\":10");
	}

	@Test
	void refusalComesBackWithItsStatusAndItsWait() {
		this.type = "application/json";
		this.status = 529;
		this.answer = "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}";
		assertThatExceptionOfType(ProviderFailure.class).isThrownBy(() -> call(true)).satisfies((failure) -> {
			assertThat(failure.status()).isEqualTo(529);
			assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
			assertThat(new String(failure.body(), StandardCharsets.UTF_8)).isEqualTo(
					"{\"error\":{\"message\":\"Overloaded\",\"type\":\"server_error\",\"param\":null,\"code\":\"overloaded_error\"}}");
		});
	}

	@Test
	void whatAnthropicCannotDoIsNotSent() {
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"seed\":1}", false))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(400));
		assertThat(this.bodies).isEmpty();
	}

	@Test
	void itsOwnDialectPassesByteForByte() {
		String body = "{\"model\":\"claude-x\",  \"max_tokens\":5,\"messages\":[],\"thinking\":{\"type\":\"adaptive\"}}";
		assertThat(call(Endpoint.MESSAGES, body, true)).isEqualTo(EVENTS);
		assertThat(this.bodies).containsExactly(body);
		assertThat(this.seen.get().get("anthropic-version")).isEqualTo("2023-06-01");
	}

	@Test
	void embeddingsAreRefused() {
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(Endpoint.EMBEDDINGS, "{\"input\":\"x\"}", false))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(400));
		assertThat(this.bodies).isEmpty();
	}

	private String call(boolean stream) {
		return call("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":100}", stream);
	}

	private String call(String body, boolean stream) {
		return call(Endpoint.CHAT_COMPLETIONS, body, stream);
	}

	private String call(Endpoint endpoint, String body, boolean stream) {
		Provider provider = this.context.getBean(AnthropicProviderFactory.class)
			.create(new ProviderDefinition("a", ProviderType.ANTHROPIC,
					URI.create("http://127.0.0.1:" + this.server.port()), "secret", null, null));
		return provider
			.call(new ProviderCall("id", endpoint, "claude-x", body.getBytes(StandardCharsets.UTF_8), stream, null))
			.collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
			.map((all) -> all.toString(StandardCharsets.UTF_8))
			.blockOptional(Duration.ofSeconds(10))
			.orElse("");
	}

	@EnableConfigurationProperties(HttpProviderProperties.class)
	static class Properties {

	}

}
