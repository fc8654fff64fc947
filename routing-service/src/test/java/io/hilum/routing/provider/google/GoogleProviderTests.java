package io.hilum.routing.provider.google;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
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
 * Tests of the providers that {@link GoogleProviderFactory} makes, against a server on
 * this machine that cuts its answers into small pieces.
 */
class GoogleProviderTests {

	private static final String PIECES = """
			{"candidates":[{"content":{"parts":[{"text":"Grüß"}]}}],"responseId":"r"}
			{"candidates":[{"content":{"parts":[{"text":" Gott"}]},"finishReason":"STOP"}],\
			"usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":7,"totalTokenCount":10}}
			""";

	private final AtomicReference<HttpHeaders> seen = new AtomicReference<>();

	private final List<String> requests = new ArrayList<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).bindNow();

	private int status = 200;

	private String type = "text/event-stream";

	private String answer = "";

	@BeforeEach
	void start() {
		this.server.disposeNow();
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> request.receive().aggregate().asString().flatMap((body) -> {
				this.seen.set(request.requestHeaders());
				this.requests.add(request.uri() + " " + body);
				return response.status(this.status)
					.header("content-type", this.type)
					.sendByteArray(Flux.fromIterable(cut(this.answer)))
					.then();
			}))
			.bindNow();
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(ReactorResourceFactory.class);
		this.context.register(HttpProviders.class, GoogleProviderFactory.class, Properties.class);
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
	void streamOfEventsComesBackInTheDialectOfTheClient() {
		this.answer = PIECES.lines().map((piece) -> "data: " + piece + "\r\n\r\n").reduce("", String::concat);
		assertThat(call(ProviderType.GEMINI, "gemini-2.5-flash", true))
			.contains("\"content\":\"Grüß\"", "\"content\":\" Gott\"", "\"prompt_tokens\":3,\"completion_tokens\":7")
			.endsWith("data: [DONE]\n\n");
		assertThat(this.seen.get().get("x-goog-api-key")).isEqualTo("secret");
		assertThat(this.requests).containsExactly("/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse "
				+ "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello\"}]}],"
				+ "\"generationConfig\":{\"maxOutputTokens\":100}}");
	}

	@Test
	void streamOfAListComesBackAsEvents() {
		this.type = "application/json; charset=UTF-8";
		this.answer = "[" + PIECES.strip().replace("\n", ",\n") + "]";
		assertThat(call(ProviderType.VERTEX_AI, "gemini-2.5-flash", true)).contains("\"content\":\" Gott\"")
			.endsWith("data: [DONE]\n\n");
		assertThat(this.requests.getFirst())
			.startsWith("/v1/projects/p/locations/l/publishers/google/models/gemini-2.5-flash:streamGenerateContent");
	}

	@Test
	void cutStreamHasNoEnd() {
		this.answer = "data: " + PIECES.lines().findFirst().orElse("") + "\n\n";
		assertThat(call(ProviderType.GEMINI, "gemini-2.5-flash", true)).contains("Grüß").doesNotContain("[DONE]");
	}

	@Test
	void modelsOfAnthropicKeepTheirDialectAtVertex() {
		this.type = "application/json";
		this.answer = "{\"id\":\"msg_1\",\"model\":\"claude-x\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],"
				+ "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":7}}";
		assertThat(call(ProviderType.VERTEX_AI, "claude-x", false)).contains("\"content\":\"Hi\"",
				"\"total_tokens\":10");
		assertThat(this.requests.getFirst())
			.startsWith("/v1/projects/p/locations/l/publishers/anthropic/models/claude-x:rawPredict ")
			.contains("\"anthropic_version\":\"vertex-2023-10-16\"");
	}

	@Test
	void refusalSaysInItsBodyWhenToComeAgain() {
		this.type = "application/json";
		this.status = 429;
		this.answer = "{\"error\":{\"code\":429,\"message\":\"Quota\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
				+ "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"3.5s\"}]}}";
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(ProviderType.GEMINI, "gemini-2.5-flash", true))
			.satisfies((failure) -> {
				assertThat(failure.status()).isEqualTo(429);
				assertThat(failure.retryAfter()).contains(Duration.ofMillis(3500));
				assertThat(new String(failure.body(), StandardCharsets.UTF_8)).contains("\"rate_limit_error\"",
						"\"resource_exhausted\"");
			});
	}

	@Test
	void wrongKeyIsNoWrongRequest() {
		this.type = "application/json";
		this.status = 400;
		this.answer = "{\"error\":{\"code\":400,\"message\":\"API key not valid.\",\"status\":\"INVALID_ARGUMENT\","
				+ "\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}";
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(ProviderType.GEMINI, "gemini-2.5-flash", false))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(401));
	}

	private String call(ProviderType type, String model, boolean stream) {
		String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":100}";
		return this.context.getBean(GoogleProviderFactory.class)
			.create(new ProviderDefinition("a", type, URI.create("http://127.0.0.1:" + this.server.port()), "secret",
					null, null, Map.of("project", "p", "location", "l")))
			.call(new ProviderCall("id", Endpoint.CHAT_COMPLETIONS, model, body.getBytes(StandardCharsets.UTF_8),
					stream, null))
			.map((part) -> new String(part, StandardCharsets.UTF_8))
			.collectList()
			.map((parts) -> String.join("", parts))
			.blockOptional(Duration.ofSeconds(10))
			.orElse("");
	}

	@EnableConfigurationProperties({ HttpProviderProperties.class, GoogleLoginProperties.class })
	static class Properties {

	}

}
