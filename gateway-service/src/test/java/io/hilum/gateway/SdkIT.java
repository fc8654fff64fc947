package io.hilum.gateway;

import java.util.stream.Collectors;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import io.hilum.gateway.harness.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The whole gateway behind the vendors' own Java SDKs, with nothing changed but the
 * address and the key.
 */
class SdkIT {

	private static final String TEXT = "Irma Peter, MRN 964741?";

	private static final String MODEL = "sandbox";

	private RunningGateway gateway = RunningGateway.shared();

	private OpenAIClient openAi = openAi(this.gateway);

	private AnthropicClient anthropic = anthropic(this.gateway, key(this.gateway));

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@AfterEach
	void close() {
		this.openAi.close();
		this.anthropic.close();
	}

	@Test
	void chatsWithOpenAi() {
		ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
			.model(MODEL)
			.addUserMessage(TEXT)
			.build();
		assertThat(this.openAi.chat().completions().create(params).choices().getFirst().message().content())
			.contains(TEXT);
		try (var chunks = this.openAi.chat().completions().createStreaming(params)) {
			assertThat(chunks.stream()
				.flatMap((chunk) -> chunk.choices().stream())
				.flatMap((choice) -> choice.delta().content().stream())
				.collect(Collectors.joining())).isEqualTo(TEXT);
		}
		assertNothingLeft();
	}

	@Test
	void respondsWithOpenAi() {
		ResponseCreateParams params = ResponseCreateParams.builder().model(MODEL).input(TEXT).build();
		assertThat(text(this.openAi.responses().create(params))).isEqualTo(TEXT);
		try (var events = this.openAi.responses().createStreaming(params)) {
			StringBuilder deltas = new StringBuilder();
			StringBuilder whole = new StringBuilder();
			events.stream().forEach((ResponseStreamEvent event) -> {
				event.outputTextDelta().ifPresent((delta) -> deltas.append(delta.delta()));
				event.completed().ifPresent((completed) -> whole.append(text(completed.response())));
			});
			assertThat(deltas.toString()).isEqualTo(TEXT);
			assertThat(whole.toString()).isEqualTo(TEXT);
		}
		assertNothingLeft();
	}

	@Test
	void refusesOpenAiWhatWouldBeKept() {
		ResponseCreateParams params = ResponseCreateParams.builder().model(MODEL).input(TEXT).store(true).build();
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> this.openAi.responses().create(params))
			.satisfies((ex) -> assertThat(ex.code()).contains("stored_state_not_allowed"))
			.satisfies((ex) -> assertThat(ex.param()).contains("store"));
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void completesAndEmbedsWithOpenAi() {
		assertThat(this.openAi.completions()
			.create(CompletionCreateParams.builder().model(MODEL).prompt(TEXT).build())
			.choices()
			.getFirst()
			.text()).isEqualTo(TEXT);
		assertThat(this.openAi.embeddings()
			.create(EmbeddingCreateParams.builder()
				.model(MODEL)
				.input(TEXT)
				.encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
				.build())
			.data()).hasSize(1);
		assertNothingLeft();
	}

	@Test
	void talksWithAnthropic() {
		MessageCreateParams params = MessageCreateParams.builder()
			.model(MODEL)
			.maxTokens(9)
			.addUserMessage(TEXT)
			.build();
		Message message = this.anthropic.messages().create(params);
		assertThat(message.content().getFirst().asText().text()).isEqualTo(TEXT);
		assertThat(message.content()).filteredOn(ContentBlock::isToolUse)
			.singleElement()
			.satisfies((block) -> assertThat(block.asToolUse()._input().toString()).contains(TEXT));
		try (var events = this.anthropic.messages().createStreaming(params)) {
			assertThat(events.stream()
				.flatMap((RawMessageStreamEvent event) -> event.contentBlockDelta().stream())
				.flatMap((delta) -> delta.delta().text().stream())
				.map((text) -> text.text())
				.collect(Collectors.joining())).isEqualTo(TEXT);
		}
		assertThat(this.anthropic.messages()
			.countTokens(MessageCountTokensParams.builder().model(MODEL).addUserMessage(TEXT).build())
			.inputTokens()).isEqualTo(7);
		assertNothingLeft();
	}

	@Test
	void tellsAnthropicWhoIsNotKnown() {
		AnthropicClient stranger = anthropic(this.gateway, "hlm_nobody_" + "k".repeat(43));
		assertThatExceptionOfType(UnauthorizedException.class)
			.isThrownBy(() -> stranger.messages()
				.create(MessageCreateParams.builder().model(MODEL).maxTokens(9).addUserMessage(TEXT).build()))
			.withMessageContaining("The API key is not valid");
		stranger.close();
	}

	private void assertNothingLeft() {
		assertThat(this.gateway.routing.received()).isNotEmpty()
			.allSatisfy(
					(request) -> assertThat(request.body()).contains("[NAME_7KQ2]").doesNotContain("Irma", "964741"));
	}

	private static String text(Response response) {
		return response.output()
			.stream()
			.flatMap((item) -> item.message().stream())
			.flatMap((message) -> message.content().stream())
			.flatMap((content) -> content.outputText().stream())
			.map((text) -> text.text())
			.collect(Collectors.joining());
	}

	private static String key(RunningGateway gateway) {
		return gateway.issueKey("sdkkey", "[\"Clinician\"]", ",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":null");
	}

	private static OpenAIClient openAi(RunningGateway gateway) {
		return OpenAIOkHttpClient.builder()
			.baseUrl(gateway.uri("/v1").toString())
			.apiKey(key(gateway))
			.maxRetries(0)
			.build();
	}

	private static AnthropicClient anthropic(RunningGateway gateway, String key) {
		return AnthropicOkHttpClient.builder().baseUrl(gateway.uri("").toString()).apiKey(key).maxRetries(0).build();
	}

}
