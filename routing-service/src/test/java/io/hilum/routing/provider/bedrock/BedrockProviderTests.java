package io.hilum.routing.provider.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Exit;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderCall.HeaderRules;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.ProviderServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

import org.springframework.boot.context.properties.EnableConfigurationProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the provider that {@link BedrockProviderFactory} makes, against a server on
 * this machine.
 */
class BedrockProviderTests {

	private static final String MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

	private static final String FRAMES = "application/vnd.amazon.eventstream";

	private final ProviderServer server = new ProviderServer(BedrockProviderFactory.class, Properties.class);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void streamComesBackInTheDialectOfTheClient() {
		this.server.answer(FRAMES,
				frames("messageStart", "{\"role\":\"assistant\"}", "contentBlockDelta",
						"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Grüß Gott\"}}", "contentBlockStop",
						"{\"contentBlockIndex\":0}", "messageStop", "{\"stopReason\":\"end_turn\"}", "metadata",
						"{\"usage\":{\"inputTokens\":3,\"outputTokens\":7,\"totalTokens\":10}}"));
		assertThat(call(byKeys(), Endpoint.CHAT_COMPLETIONS, MODEL, HELLO, true))
			.contains("\"content\":\"Grüß Gott\"", "\"prompt_tokens\":3,\"completion_tokens\":7")
			.endsWith("data: [DONE]\n\n");
		assertThat(this.server.requests())
			.containsExactly("/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream "
					+ "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]}");
		assertThat(this.server.head().get("authorization")).startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
			.contains("/eu-central-1/bedrock/aws4_request");
		assertThat(this.server.head().getAll("host")).containsExactly(this.server.uri().getAuthority());
	}

	@Test
	void countsTokensOfTheModelBehindAProfile() {
		this.server.answer(ProviderServer.JSON, "{\"inputTokens\":38}");
		for (String model : List.of(MODEL, "anthropic.claude-sonnet-4-5-20250929-v1:0",
				"arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0")) {
			assertThat(call(byKeys(), Endpoint.COUNT_TOKENS, model, HELLO, false)).isEqualTo("{\"input_tokens\":38}");
		}
		assertThat(this.server.requests()).hasSize(3)
			.containsOnly("/model/anthropic.claude-sonnet-4-5-20250929-v1%3A0/count-tokens "
					+ "{\"input\":{\"converse\":{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]}}}");
	}

	@Test
	void estimatesAndSaysSoWhereBedrockCannotCount() {
		for (String refusal : List.of("The provided model doesn't support counting tokens.",
				"The provided model identifier is invalid.")) {
			this.server.refuse(400, "{\"message\":\"" + refusal + "\"}");
			assertThat(call(byKeys(), Endpoint.COUNT_TOKENS, MODEL, HELLO, false)).as(refusal)
				.contains("\"input_tokens\":", "\"estimated\":true");
		}
		this.server.refuse(403, "{\"message\":\"not authorized to perform: bedrock:CountTokens\"}");
		assertThat(call(byKeys(), Endpoint.COUNT_TOKENS, MODEL, HELLO, false)).contains("\"estimated\":true");
		this.server.refuse(400, "{\"message\":\"messages: roles must alternate\"}");
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(byKeys(), Endpoint.COUNT_TOKENS, MODEL, HELLO, false))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(400));
	}

	@Test
	void cutStreamHasNoEnd() {
		this.server.answer(FRAMES, frames("messageStart", "{\"role\":\"assistant\"}", "contentBlockDelta",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hi\"}}"));
		assertThat(call(byKeys(), Endpoint.CHAT_COMPLETIONS, MODEL, HELLO, true)).contains("\"content\":\"Hi\"")
			.doesNotContain("[DONE]");
	}

	@Test
	void wholeAnswerOfAProfileComesBackByApiKey() {
		this.server.answer(ProviderServer.JSON,
				"{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\"Hi\"}]}},"
						+ "\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":3,\"outputTokens\":7,\"totalTokens\":10}}");
		String arn = "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc";
		assertThat(call(byApiKey(), Endpoint.CHAT_COMPLETIONS, arn, HELLO, false)).contains("\"content\":\"Hi\"",
				"\"total_tokens\":10");
		assertThat(this.server.requests().getFirst()).startsWith(
				"/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A123456789012%3Aapplication-inference-profile%2Fabc/converse ");
		assertThat(this.server.head().get("authorization")).isEqualTo("Bearer key");
	}

	@Test
	void embedsWithTitanAndCohere() {
		this.server.answer(ProviderServer.JSON, "{\"embedding\":[0.5,-1],\"inputTextTokenCount\":3}");
		assertThat(call(byApiKey(), Endpoint.EMBEDDINGS, "amazon.titan-embed-text-v2:0",
				"{\"input\":\"Hi\",\"dimensions\":256}", false))
			.contains("\"embedding\":[0.5,-1]", "\"prompt_tokens\":3");
		this.server.answer(ProviderServer.JSON,
				"{\"embeddings\":{\"float\":[[1],[2]]},\"response_type\":\"embeddings_by_type\"}");
		assertThat(call(byApiKey(), Endpoint.EMBEDDINGS, "cohere.embed-multilingual-v3", "{\"input\":[\"a\",\"b\"]}",
				false))
			.contains("\"index\":1,\"embedding\":[2]");
		assertThat(this.server.requests()).containsExactly(
				"/model/amazon.titan-embed-text-v2%3A0/invoke {\"inputText\":\"Hi\",\"dimensions\":256}",
				"/model/cohere.embed-multilingual-v3/invoke {\"texts\":[\"a\",\"b\"],\"input_type\":\"search_document\",\"embedding_types\":[\"float\"]}");
	}

	@Test
	void refusalComesBackWithItsStatus() {
		this.server.refuse(429, "{\"message\":\"Too many tokens\"}");
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(byKeys(), Endpoint.CHAT_COMPLETIONS, MODEL, HELLO, true))
			.satisfies((failure) -> {
				assertThat(failure.status()).isEqualTo(429);
				assertThat(new String(failure.body(), StandardCharsets.UTF_8)).isEqualTo(
						"{\"error\":{\"message\":\"Too many tokens\",\"type\":\"rate_limit_error\",\"param\":null,\"code\":\"ThrottlingException\"}}");
			});
	}

	@Test
	void messagesOfAnthropicsModelsAreNotTranslated() {
		this.server.answer(FRAMES, frames("chunk", packed("{\"type\":\"message_start\"}"), "chunk",
				packed("{\"type\":\"message_stop\"}")));
		assertThat(call(byApiKey(), Endpoint.MESSAGES, MODEL,
				"{\"model\":\"" + MODEL + "\",\"max_tokens\":5,\"messages\":[],\"stream\":true}", true))
			.isEqualTo("event: message_start\ndata: {\"type\":\"message_start\"}\n\n"
					+ "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
		this.server.answer(ProviderServer.JSON, "{\"type\":\"message\",  \"content\":[]}");
		assertThat(call(byApiKey(), Endpoint.MESSAGES, MODEL, "{\"max_tokens\":5,\"messages\":[]}", false))
			.isEqualTo("{\"type\":\"message\",  \"content\":[]}");
		String path = "/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/";
		String body = " {\"max_tokens\":5,\"messages\":[],\"anthropic_version\":\"bedrock-2023-05-31\"}";
		assertThat(this.server.requests()).containsExactly(path + "invoke-with-response-stream" + body,
				path + "invoke" + body);
	}

	@Test
	void betasAreAskedForInTheBody() {
		this.server.answer(ProviderServer.JSON, "{}");
		this.server.call(byApiKey(), new ProviderCall("id", Endpoint.MESSAGES, MODEL, json("{\"messages\":[]}"), false,
				null, HeaderRules.NONE, List.of("a-1"), Exit.OPEN));
		assertThat(this.server.requests().getFirst()).endsWith(",\"anthropic_beta\":[\"a-1\"]}");
		assertThat(this.server.head().get("anthropic-beta")).isNull();
	}

	@Test
	void refusalIsNamedInTheHeadToo() {
		this.server.refuse(400, "{\"message\":\"Quota\"}", "x-amzn-errortype",
				"ServiceQuotaExceededException:http://internal.amazon.com/coral/com.amazonaws.bedrock/");
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(byKeys(), Endpoint.CHAT_COMPLETIONS, MODEL, HELLO, false))
			.satisfies((failure) -> {
				assertThat(failure.status()).isEqualTo(429);
				assertThat(new String(failure.body(), StandardCharsets.UTF_8)).contains("\"rate_limit_error\"",
						"\"code\":\"ServiceQuotaExceededException\"", "\"message\":\"Quota\"");
			});
		this.server.refuse(429, "", "x-amzn-errortype", "ModelNotReadyException");
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> call(byKeys(), Endpoint.MESSAGES, MODEL, "{\"messages\":[]}", false))
			.satisfies((failure) -> assertThat(new String(failure.body(), StandardCharsets.UTF_8))
				.contains("\"code\":\"ModelNotReadyException\""));
	}

	@Test
	void messagesAndResponsesGoOverAChatCompletionWhereTheModelIsUnknown() {
		String profile = "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc";
		this.server.answer(ProviderServer.JSON,
				"{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\"Hi\"}]}},"
						+ "\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":3,\"outputTokens\":7,\"totalTokens\":10}}");
		assertThat(call(byApiKey(), Endpoint.MESSAGES, profile,
				"{\"max_tokens\":5,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}", false))
			.contains("\"stop_reason\":\"end_turn\"", "\"input_tokens\":3");
		assertThat(
				call(byApiKey(), Endpoint.RESPONSES, profile, "{\"input\":\"Hello\",\"max_output_tokens\":5}", false))
			.contains("\"output_text\"", "\"total_tokens\":10");
		assertThat(this.server.requests()).containsOnly(
				"/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A123456789012%3Aapplication-inference-profile%2Fabc/converse "
						+ "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}],\"inferenceConfig\":{\"maxTokens\":5}}");
	}

	@Test
	void endpointFollowsFromTheRegion() {
		assertThat(BedrockDialect.endpointOf("eu-central-1"))
			.hasToString("https://bedrock-runtime.eu-central-1.amazonaws.com");
		assertThat(BedrockDialect.endpointOf("cn-north-1"))
			.hasToString("https://bedrock-runtime.cn-north-1.amazonaws.com.cn");
	}

	private ProviderDefinition byKeys() {
		return definition(null, Map.of("access-key-id", "AKIDEXAMPLE", "secret-access-key", "secret"));
	}

	private ProviderDefinition byApiKey() {
		return definition("key", Map.of());
	}

	private ProviderDefinition definition(@Nullable String apiKey, Map<String, String> settings) {
		return new ProviderDefinition("b", ProviderType.BEDROCK, this.server.uri(), apiKey, null, "eu-central-1",
				settings);
	}

	private String call(ProviderDefinition definition, Endpoint endpoint, String model, String body, boolean stream) {
		return this.server.call(definition, new ProviderCall("id", endpoint, model, json(body), stream, null));
	}

	private static byte[] json(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String packed(String event) {
		return "{\"bytes\":\"" + Base64.getEncoder().encodeToString(json(event)) + "\"}";
	}

	private static byte[] frames(String... typesAndEvents) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < typesAndEvents.length; i += 2) {
			new Message(Map.of(":message-type", HeaderValue.fromString("event"), ":event-type",
					HeaderValue.fromString(typesAndEvents[i])), json(typesAndEvents[i + 1]))
				.encode(bytes);
		}
		return bytes.toByteArray();
	}

	@EnableConfigurationProperties(BedrockProviderProperties.class)
	static class Properties {

	}

}
