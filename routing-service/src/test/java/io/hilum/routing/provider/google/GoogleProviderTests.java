package io.hilum.routing.provider.google;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.ProviderServer;
import io.hilum.routing.provider.http.TokenProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;

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

	private final ProviderServer server = new ProviderServer(GoogleProviderFactory.class, Properties.class);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void streamOfEventsComesBackInTheDialectOfTheClient() {
		this.server.answer(ProviderServer.EVENTS,
				PIECES.lines().map((piece) -> "data: " + piece + "\r\n\r\n").reduce("", String::concat));
		assertThat(call(ProviderType.GEMINI, "gemini-2.5-flash", true))
			.contains("\"content\":\"Grüß\"", "\"content\":\" Gott\"", "\"prompt_tokens\":3,\"completion_tokens\":7")
			.endsWith("data: [DONE]\n\n");
		assertThat(this.server.head().get("x-goog-api-key")).isEqualTo("secret");
		assertThat(this.server.requests())
			.containsExactly("/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse "
					+ "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello\"}]}],"
					+ "\"generationConfig\":{\"maxOutputTokens\":100}}");
	}

	@Test
	void streamOfAListComesBackAsEvents() {
		this.server.answer("application/json; charset=UTF-8", "[" + PIECES.strip().replace("\n", ",\n") + "]");
		assertThat(call(ProviderType.VERTEX_AI, "gemini-2.5-flash", true)).contains("\"content\":\" Gott\"")
			.endsWith("data: [DONE]\n\n");
		assertThat(this.server.requests().getFirst())
			.startsWith("/v1/projects/p/locations/l/publishers/google/models/gemini-2.5-flash:streamGenerateContent");
	}

	@Test
	void cutStreamHasNoEnd() {
		this.server.answer(ProviderServer.EVENTS, "data: " + PIECES.lines().findFirst().orElse("") + "\n\n");
		assertThat(call(ProviderType.GEMINI, "gemini-2.5-flash", true)).contains("Grüß").doesNotContain("[DONE]");
	}

	@Test
	void modelsOfAnthropicKeepTheirDialectAtVertex() {
		this.server.answer(ProviderServer.JSON,
				"{\"id\":\"msg_1\",\"model\":\"claude-x\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],"
						+ "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":7}}");
		assertThat(call(ProviderType.VERTEX_AI, "claude-x", false)).contains("\"content\":\"Hi\"",
				"\"total_tokens\":10");
		assertThat(this.server.requests().getFirst())
			.startsWith("/v1/projects/p/locations/l/publishers/anthropic/models/claude-x:rawPredict ")
			.contains("\"anthropic_version\":\"vertex-2023-10-16\"");
	}

	@Test
	void messagesOfAnthropicsModelsAreNotTranslated() {
		String events = "event: message_start\ndata: {\"type\":\"message_start\"}\n\nevent: ping\ndata: {}\n\n";
		this.server.answer(ProviderServer.EVENTS, events);
		assertThat(call(ProviderType.VERTEX_AI, Endpoint.MESSAGES, "claude-x",
				"{\"model\":\"claude-x\",\"max_tokens\":5,\"messages\":[],\"stream\":true}", true))
			.isEqualTo(events);
		assertThat(this.server.requests()).containsExactly(
				"/v1/projects/p/locations/l/publishers/anthropic/models/claude-x:streamRawPredict {\"max_tokens\":5,"
						+ "\"messages\":[],\"anthropic_version\":\"vertex-2023-10-16\",\"stream\":true}");
	}

	@Test
	void refusalSaysInItsBodyWhenToComeAgain() {
		this.server.refuse(429,
				"{\"error\":{\"code\":429,\"message\":\"Quota\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
						+ "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"3.5s\"}]}}");
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
		this.server.refuse(400,
				"{\"error\":{\"code\":400,\"message\":\"API key not valid.\",\"status\":\"INVALID_ARGUMENT\","
						+ "\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}");
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(ProviderType.GEMINI, "gemini-2.5-flash", false))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(401));
	}

	private String call(ProviderType type, String model, boolean stream) {
		return call(type, Endpoint.CHAT_COMPLETIONS, model,
				"{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":100}", stream);
	}

	private String call(ProviderType type, Endpoint endpoint, String model, String body, boolean stream) {
		return this.server.call(
				new ProviderDefinition("a", type, this.server.uri(), "secret", null, null,
						Map.of("project", "p", "location", "l")),
				new ProviderCall("id", endpoint, model, body.getBytes(StandardCharsets.UTF_8), stream, null));
	}

	@EnableConfigurationProperties({ GoogleLoginProperties.class, TokenProperties.class })
	static class Properties {

	}

}
