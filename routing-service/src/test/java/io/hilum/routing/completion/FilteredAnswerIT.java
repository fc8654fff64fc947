package io.hilum.routing.completion;

import java.net.http.HttpResponse;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of an answer that says that the provider's content filter cut it.
 */
class FilteredAnswerIT {

	private static final String STREAM = ",\"stream\":true";

	/** Seven tokens of input and ten of output, by the price of the models. */
	private static final int ONE_ANSWER = 10_007_000;

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@Test
	void asksTheModelForThatAndChargesBoth() {
		AccessTopic.budget("team:careful", 1_000_000_000_000L, "hard");
		ServiceContext careful = context("Clinician", "careful", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), careful).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		await(() -> "0".equals(Counters.of("team:careful", "held")));
		long before = Long.parseLong(Counters.of("team:careful", "spent"));
		upstream().forget();
		HttpResponse<String> answer = post(chat("cautious", ""), careful);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("\"stop\"").doesNotContain("content_filter");
		assertThat(upstream().calls()).extracting(FakeUpstream.Call::model).containsExactly("censored", "ok");
		assertThat(answer.headers().firstValue("hilum-cost-usd")).contains("0.020014");
		assertThat(answer.headers().firstValue("hilum-attempts")).contains("2");
		JsonNode usage = usageOf(answer);
		JsonNode passedOver = usage.path("attempts").get(0);
		assertThat(passedOver.path("outcome").asString()).isEqualTo("ignored");
		assertThat(passedOver.path("status").asInt()).isEqualTo(200);
		assertThat(passedOver.path("costNanoUsd").asLong()).isEqualTo(ONE_ANSWER);
		assertThat(usage.path("attempts").get(1).has("costNanoUsd")).isFalse();
		assertThat(usage.path("costNanoUsd").asLong()).isEqualTo(2 * ONE_ANSWER);
		assertThat(usage.path("hold").path("nanoUsd").asLong()).isGreaterThanOrEqualTo(2 * ONE_ANSWER);
		await(() -> "0".equals(Counters.of("team:careful", "held")));
		assertThat(Long.parseLong(Counters.of("team:careful", "spent")) - before).isEqualTo(2 * ONE_ANSWER);
	}

	@Test
	void asksAnotherModelForAStreamWhoseFirstEventSaysSo() {
		HttpResponse<String> answer = post(chat("cautious", STREAM), caller("Clinician"));
		assertThat(answer.body()).contains("w0 ", "w9 ").doesNotContain("content_filter").endsWith("data: [DONE]\n\n");
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("deployment").asString()).isEqualTo("fake/ok");
		assertThat(usage.path("attempts").get(0).path("costNanoUsd").asLong()).as("the input, by estimate")
			.isPositive();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			cautious-late, 1, a stream that has begun is not taken back
			content, 1, the catalogue does not say so
			always-cut, 2, the model for that was cut too
			""")
	void givesTheAnswerAsItIs(String model, int calls, String because) {
		HttpResponse<String> answer = post(chat(model, STREAM), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).as(because).contains("content_filter").endsWith("data: [DONE]\n\n");
		assertThat(upstream().calls()).hasSize(calls);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"n\":2", "\"n\":3" })
	void takesNothingBackWhereSeveralAnswersWereAskedFor(String several) {
		HttpResponse<String> answer = post(chat("cautious", "," + several), caller("Clinician"));
		assertThat(answer.body()).contains("content_filter");
		assertThat(upstream().calls()).hasSize(1);
	}

}
