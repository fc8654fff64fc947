package io.hilum.routing.provider.anthropic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Exit;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderCall.HeaderRules;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.ProviderServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

	private final ProviderServer server = new ProviderServer(AnthropicProviderFactory.class);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void streamComesBackInTheDialectOfTheClient() {
		this.server.answer(ProviderServer.EVENTS, EVENTS);
		String events = call(true);
		assertThat(events).contains("\"content\":\"Grüß Gott\"")
			.contains("\"prompt_tokens\":3,\"completion_tokens\":7")
			.endsWith("data: [DONE]\n\n");
		assertThat(this.server.head().get("x-api-key")).isEqualTo("secret");
		assertThat(this.server.head().get("anthropic-version")).isEqualTo("2023-06-01");
		assertThat(this.server.head().get("anthropic-beta")).isNull();
		assertThat(this.server.requests())
			.containsExactly("/v1/messages {\"model\":\"claude-x\",\"stream\":true,\"max_tokens\":100,"
					+ "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}]}");
	}

	@Test
	void cutStreamHasNoEnd() {
		this.server.answer(ProviderServer.EVENTS, EVENTS.substring(0, EVENTS.indexOf("event: message_stop")));
		assertThat(call(true)).contains("Grüß Gott").doesNotContain("[DONE]");
	}

	@Test
	void wholeAnswerComesBackInTheDialectOfTheClient() {
		this.server.answer(ProviderServer.JSON,
				"{\"id\":\"msg_1\",\"model\":\"claude-x\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],"
						+ "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":7}}");
		assertThat(call(false)).contains("\"content\":\"Hi\"").contains("\"total_tokens\":10");
	}

	@Test
	void refusalComesBackWithItsStatusAndItsWait() {
		this.server.refuse(529,
				"{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
				"retry-after", "3");
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
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void itsOwnDialectPassesByteForByte() {
		String body = "{\"model\":\"claude-x\",  \"max_tokens\":5,\"messages\":[],\"thinking\":{\"type\":\"adaptive\"}}";
		this.server.answer(ProviderServer.EVENTS, EVENTS);
		assertThat(call(Endpoint.MESSAGES, body, true)).isEqualTo(EVENTS);
		assertThat(this.server.requests()).containsExactly("/v1/messages " + body);
		assertThat(this.server.head().get("anthropic-version")).isEqualTo("2023-06-01");
	}

	@Test
	void betasAreAskedForInTheHead() {
		this.server.answer(ProviderServer.JSON, "{}");
		this.server.call(definition(),
				new ProviderCall("id", Endpoint.MESSAGES, "claude-x", "{}".getBytes(StandardCharsets.UTF_8), false,
						null, HeaderRules.NONE, List.of("a-1", "b-2"), Exit.OPEN));
		assertThat(this.server.head().get("anthropic-beta")).isEqualTo("a-1,b-2");
	}

	@Test
	void embeddingsAreRefused() {
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(Endpoint.EMBEDDINGS, "{\"input\":\"x\"}", false))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(400));
		assertThat(this.server.requests()).isEmpty();
	}

	private String call(boolean stream) {
		return call("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":100}", stream);
	}

	private String call(String body, boolean stream) {
		return call(Endpoint.CHAT_COMPLETIONS, body, stream);
	}

	private String call(Endpoint endpoint, String body, boolean stream) {
		return this.server.call(definition(),
				new ProviderCall("id", endpoint, "claude-x", body.getBytes(StandardCharsets.UTF_8), stream, null));
	}

	private ProviderDefinition definition() {
		return new ProviderDefinition("a", ProviderType.ANTHROPIC, this.server.uri(), "secret", null, null);
	}

}
