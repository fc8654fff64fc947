package io.hilum.systemtests;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * langchain4j as its users write it, over OpenAI's API and over Anthropic's, with nothing
 * changed but the address and the key.
 */
@Order(17)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LangChain4jIT {

	private static final String ABOUT_A_PATIENT = "Irma Petersen, MRN 48213907, was seen on 10/20/2025. Is she due?";

	private final Suite suite;

	private final int known;

	LangChain4jIT(Suite suite) {
		this.suite = suite;
		this.known = suite.upstream().count();
	}

	@AfterEach
	void assertNothingLeft() {
		assertThat(this.suite.upstream().exchangesAfter(this.known))
			.allSatisfy((exchange) -> assertThat(exchange.body()).doesNotContain("Petersen", "48213907", "10/20/2025"));
	}

	@ParameterizedTest
	@EnumSource
	void chats(Api api) {
		assertThat(services(api).build().chat(ABOUT_A_PATIENT)).isEqualTo(ABOUT_A_PATIENT);
	}

	@ParameterizedTest
	@EnumSource
	void streams(Api api) throws Exception {
		assertThat(whole(services(api).build().stream(ABOUT_A_PATIENT))).isEqualTo(ABOUT_A_PATIENT);
	}

	@ParameterizedTest
	@EnumSource
	void callsTools(Api api) {
		Records records = new Records();
		assertThat(services(api).tools(records).build().chat(ABOUT_A_PATIENT)).isEqualTo(ABOUT_A_PATIENT);
		assertThat(records.asked).containsExactly(ABOUT_A_PATIENT);
	}

	@ParameterizedTest
	@EnumSource
	void callsToolsOfAStream(Api api) throws Exception {
		Records records = new Records();
		assertThat(whole(services(api).tools(records).build().stream(ABOUT_A_PATIENT))).isEqualTo(ABOUT_A_PATIENT);
		assertThat(records.asked).containsExactly(ABOUT_A_PATIENT);
	}

	@ParameterizedTest
	@EnumSource
	void answersByASchema(Api api) {
		assertThat(services(api).build().summarise(ABOUT_A_PATIENT)).isEqualTo(new Summary(ABOUT_A_PATIENT, true));
	}

	@Test
	void embeds() {
		assertThat(OpenAiEmbeddingModel.builder()
			.baseUrl(address())
			.apiKey(key())
			.modelName("sandbox")
			.build()
			.embed(ABOUT_A_PATIENT)
			.content()
			.vector()).isNotEmpty();
	}

	private AiServices<Assistant> services(Api api) {
		AiServices<Assistant> services = AiServices.builder(Assistant.class);
		return switch (api) {
			case OPENAI -> services
				.chatModel(OpenAiChatModel.builder()
					.baseUrl(address())
					.apiKey(key())
					.modelName("echo")
					.maxRetries(0)
					.supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
					.build())
				.streamingChatModel(
						OpenAiStreamingChatModel.builder().baseUrl(address()).apiKey(key()).modelName("echo").build());
			case ANTHROPIC -> services
				.chatModel(AnthropicChatModel.builder()
					.baseUrl(address())
					.apiKey(key())
					.modelName("echo")
					.maxRetries(0)
					.supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
					.build())
				.streamingChatModel(AnthropicStreamingChatModel.builder()
					.baseUrl(address())
					.apiKey(key())
					.modelName("echo")
					.build());
		};
	}

	private static String whole(TokenStream stream) throws Exception {
		StringBuffer parts = new StringBuffer();
		CompletableFuture<String> whole = new CompletableFuture<>();
		stream.onPartialResponse(parts::append)
			.onCompleteResponse((response) -> whole.complete(response.aiMessage().text()))
			.onError(whole::completeExceptionally)
			.start();
		String text = whole.get(60, TimeUnit.SECONDS);
		assertThat(parts.toString()).isEqualTo(text);
		return text;
	}

	private String address() {
		return this.suite.access().gateway().resolve("/v1").toString();
	}

	private String key() {
		return this.suite.access().key("Clinician");
	}

	/**
	 * The API that langchain4j speaks.
	 */
	enum Api {

		OPENAI, ANTHROPIC;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	record Summary(String patient, boolean due) {

	}

	/**
	 * What langchain4j makes of a model.
	 */
	interface Assistant {

		String chat(String text);

		TokenStream stream(String text);

		Summary summarise(String text);

	}

	/**
	 * A tool that remembers with what it was called.
	 */
	static final class Records {

		private final List<String> asked = new CopyOnWriteArrayList<>();

		@Tool("Looks a patient up")
		String lookUp(String patient) {
			this.asked.add(patient);
			return patient;
		}

	}

}
