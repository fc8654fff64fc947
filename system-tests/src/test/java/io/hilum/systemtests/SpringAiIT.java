package io.hilum.systemtests;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClient.EntityParamSpec;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.tool.annotation.Tool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring AI as its users write it, with nothing changed but the address and the key.
 */
@Order(16)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringAiIT {

	private static final String ABOUT_A_PATIENT = "Irma Petersen, MRN 48213907, was seen on 10/20/2025. Is she due?";

	private final Suite suite;

	private final ChatClient client;

	private final int known;

	SpringAiIT(Suite suite) {
		this.suite = suite;
		this.known = suite.upstream().count();
		OpenAiChatOptions options = OpenAiChatOptions.builder()
			.baseUrl(address())
			.apiKey(key())
			.model("echo")
			.maxRetries(0)
			.build();
		this.client = ChatClient.create(OpenAiChatModel.builder().options(options).build());
	}

	@AfterEach
	void assertNothingLeft() {
		assertThat(this.suite.upstream().exchangesAfter(this.known))
			.allSatisfy((exchange) -> assertThat(exchange.body()).doesNotContain("Petersen", "48213907", "10/20/2025"));
	}

	@Test
	void chats() {
		assertThat(this.client.prompt(ABOUT_A_PATIENT).call().content()).isEqualTo(ABOUT_A_PATIENT);
	}

	@Test
	void streams() {
		List<String> parts = this.client.prompt(ABOUT_A_PATIENT).stream().content().collectList().block();
		assertThat(Objects.requireNonNull(parts)).hasSizeGreaterThan(1);
		assertThat(String.join("", parts)).isEqualTo(ABOUT_A_PATIENT);
	}

	@Test
	void callsTools() {
		Records records = new Records();
		assertThat(this.client.prompt(ABOUT_A_PATIENT).tools(records).call().content()).contains(ABOUT_A_PATIENT);
		assertThat(records.asked).containsExactly(ABOUT_A_PATIENT);
	}

	@Test
	void callsToolsOfAStream() {
		Records records = new Records();
		List<String> parts = this.client.prompt(ABOUT_A_PATIENT)
			.tools(records)
			.stream()
			.content()
			.collectList()
			.block();
		assertThat(String.join("", Objects.requireNonNull(parts))).contains(ABOUT_A_PATIENT);
		assertThat(records.asked).containsExactly(ABOUT_A_PATIENT);
	}

	@Test
	void answersByASchema() {
		assertThat(this.client.prompt(ABOUT_A_PATIENT)
			.call()
			.entity(Summary.class, EntityParamSpec::useProviderStructuredOutput))
			.isEqualTo(new Summary(ABOUT_A_PATIENT, true));
	}

	@Test
	void embeds() {
		OpenAiEmbeddingOptions options = OpenAiEmbeddingOptions.builder()
			.baseUrl(address())
			.apiKey(key())
			.model("sandbox")
			.build();
		assertThat(OpenAiEmbeddingModel.builder().options(options).build().embed(ABOUT_A_PATIENT)).isNotEmpty();
	}

	private String address() {
		return this.suite.access().gateway().resolve("/v1").toString();
	}

	private String key() {
		return this.suite.access().key("Clinician");
	}

	record Summary(String patient, boolean due) {

	}

	/**
	 * A tool that remembers with what it was called.
	 */
	static final class Records {

		private final List<String> asked = new CopyOnWriteArrayList<>();

		@Tool(description = "Looks a patient up")
		String lookUp(String patient) {
			this.asked.add(patient);
			return patient;
		}

	}

}
