package io.hilum.routing.answer;

import java.nio.charset.StandardCharsets;

import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnswerReader}.
 */
class AnswerReaderTests {

	@Test
	void takesDetailsOutOfTotals() {
		AnswerFacts facts = read("""
				{"model":"gpt-4o-2024-11-20","choices":[{"usage":{"prompt_tokens":1}}],"usage":{"prompt_tokens":230,
				"completion_tokens":100,"prompt_tokens_details":{"cached_tokens":50,"audio_tokens":10},
				"completion_tokens_details":{"reasoning_tokens":16,"audio_tokens":4,"other":null}}}""");
		assertThat(facts).isEqualTo(new AnswerFacts("gpt-4o-2024-11-20", new TokenCounts(170, 50, 0, 80, 16, 10, 4),
				false, false, false, null));
	}

	@Test
	void livesWithDetailsThatAreNullOrAbsurd() {
		AnswerFacts facts = read("""
				{"usage":{"prompt_tokens":5,"completion_tokens":-3,"prompt_tokens_details":null,
				"completion_tokens_details":{"reasoning_tokens":"x"}}}""");
		assertThat(facts).isNotNull();
		assertThat(facts.usage()).isEqualTo(TokenCounts.of(5, 0));
	}

	@Test
	void tellsTheLastEventOfAStream() {
		AnswerFacts facts = read("{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}");
		assertThat(facts).isNotNull();
		assertThat(facts.usage()).isEqualTo(TokenCounts.of(1, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"service_tier\":\"priority\",\"choices\":[]}",
			"{\"object\":\"response\",\"service_tier\":\"priority\"}",
			"{\"type\":\"response.completed\",\"response\":{\"service_tier\":\"priority\"}}",
			"{\"type\":\"message\",\"usage\":{\"input_tokens\":1,\"service_tier\":\"priority\"}}" })
	void tellsTheTierOfServiceInEachDialect(String text) {
		assertThat(read(text)).isNotNull().satisfies((facts) -> assertThat(facts.tier()).isEqualTo("priority"));
	}

	@Test
	void takesNothingElseForATierOfService() {
		assertThat(read("{\"service_tier\":{\"a\":[1]},\"model\":\"m\"}")).isNotNull()
			.returns(null, AnswerFacts::tier)
			.returns("m", AnswerFacts::model);
		assertThat(read("{\"service_tier\":\"Irma Peterhoff\"}")).isNotNull().returns(null, AnswerFacts::tier);
		assertThat(read("{\"usage\":{\"input_tokens\":1,\"service_tier\":\"standard\",\"speed\":\"fast\"}}"))
			.isNotNull()
			.returns("fast", AnswerFacts::tier);
	}

	@Test
	void tellsErrors() {
		assertThat(read("{\"error\":{\"message\":\"x\"}}")).isNotNull()
			.satisfies((facts) -> assertThat(facts.error()).isTrue());
		assertThat(read("{\"error\":null}")).isNotNull().satisfies((facts) -> assertThat(facts.error()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{}}]}",
			"{\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"content_filter\"}]}",
			"{\"type\":\"message\",\"content\":[],\"stop_reason\":\"refusal\"}",
			"{\"object\":\"response\",\"incomplete_details\":{\"reason\":\"content_filter\"}}" })
	void tellsThatAFilterEndedIt(String text) {
		assertThat(read(text)).isNotNull().satisfies((facts) -> assertThat(facts.filtered()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\":[{\"finish_reason\":null}]}",
			"{\"choices\":[{\"message\":{\"finish_reason\":\"content_filter\"},\"finish_reason\":\"stop\"}]}",
			"{\"stop_reason\":\"end_turn\",\"content\":[{\"stop_reason\":\"refusal\"}]}",
			"{\"incomplete_details\":null}", "{\"incomplete_details\":{\"reason\":\"max_output_tokens\"}}" })
	void tellsNoFilterWhereThereWasNone(String text) {
		assertThat(read(text)).isNotNull().satisfies((facts) -> assertThat(facts.filtered()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "[]", "{", "{\"a\":1} x", "7" })
	void givesNothingForWhatIsNoObject(String text) {
		assertThat(read(text)).isNull();
	}

	/**
	 * What a provider says of its model stands in a header, in meters and in the ledger,
	 * which takes no more than a name.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\\u0000b", "x\\r\\nSet-Cookie: y", "half \\ud83d", "Modell der \\u00c4rzte" })
	void takesNoModelThatIsNoName(String model) {
		assertThat(read("{\"model\":\"" + model + "\",\"choices\":[]}")).isNotNull()
			.satisfies((facts) -> assertThat(facts.model()).isNull());
		assertThat(read("{\"model\":\"" + "m".repeat(257) + "\",\"choices\":[]}")).isNotNull()
			.satisfies((facts) -> assertThat(facts.model()).isNull());
		assertThat(read("{\"model\":\"accounts/x/models/Llama 3.1 (70B)\",\"choices\":[]}")).isNotNull()
			.satisfies((facts) -> assertThat(facts.model()).isEqualTo("accounts/x/models/Llama 3.1 (70B)"));
	}

	private static @Nullable AnswerFacts read(String text) {
		byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
		return AnswerReader.read(bytes, 2, bytes.length - 2);
	}

}
