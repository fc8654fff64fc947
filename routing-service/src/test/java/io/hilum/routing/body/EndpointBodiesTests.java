package io.hilum.routing.body;

import java.nio.charset.StandardCharsets;

import io.hilum.routing.problem.RoutingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of what {@link BodyScanner} reads and {@link RequestBody} changes in the dialects
 * of each {@link Endpoint}.
 */
class EndpointBodiesTests {

	private static final BodyScanner SCANNER = new BodyScanner(20, 1 << 20);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "RESPONSES|max_output_tokens", "MESSAGES|max_tokens",
			"COMPLETIONS|max_tokens", "CHAT_COMPLETIONS|max_completion_tokens" })
	void limitsTheOutputWhereTheDialectSaysIt(Endpoint endpoint, String field) {
		assertThat(scan(endpoint, "{\"model\":\"m\",\"" + field + "\":7}").maxTokens()).isEqualTo(7);
		assertThat(edited(endpoint, "{\"model\":\"m\",\"" + field + "\":7}", 5))
			.isEqualTo("{\"model\":\"m\",\"" + field + "\":5}");
		assertThat(edited(endpoint, "{\"model\":\"m\"}", 5)).isEqualTo("{\"" + field + "\":5,\"model\":\"m\"}");
	}

	@ParameterizedTest
	@CsvSource({ "RESPONSES", "MESSAGES" })
	void asksForUsageOnlyWhereItIsKeptBack(Endpoint endpoint) {
		String body = "{\"model\":\"m\",\"stream\":true,\"n\":\"x\",\"stream_options\":{\"include_obfuscation\":false}}";
		assertThat(edited(endpoint, body, null)).isEqualTo(body);
		assertThat(edited(Endpoint.COMPLETIONS, "{\"model\":\"m\",\"stream\":true}", null)).contains("include_usage");
	}

	@ParameterizedTest
	@CsvSource({ "COUNT_TOKENS", "EMBEDDINGS" })
	void streamsAndLimitsNothingThatIsNotWritten(Endpoint endpoint) {
		String body = "{\"model\":\"m\",\"stream\":true,\"max_tokens\":3}";
		assertThat(scan(endpoint, body).stream()).isFalse();
		assertThat(edited(endpoint, body, 5)).isEqualTo(body);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"prompt\":\"a\"|1", "\"prompt\":[\"a\",\"b\"]|2", "\"prompt\":[1,2,3]|1",
					"\"prompt\":[[1,2],[3]]|2", "\"prompt\":[\"a\",\"b\"],\"n\":3|6",
					"\"prompt\":\"a\",\"n\":2,\"best_of\":5|5", "\"prompt\":[]|1" })
	void countsEveryCompletionThatIsWritten(String fields, int answers) {
		assertThat(scan(Endpoint.COMPLETIONS, "{\"model\":\"m\"," + fields + "}").choices()).isEqualTo(answers);
	}

	@Test
	void refusesMorePromptsThanAnyHoldCovers() {
		String prompts = "\"a\",".repeat(3000) + "\"a\"";
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> scan(Endpoint.COMPLETIONS, "{\"model\":\"m\",\"prompt\":[" + prompts + "]}"));
	}

	private static RequestBody scan(Endpoint endpoint, String body) {
		return SCANNER.scan(body.getBytes(StandardCharsets.UTF_8), endpoint);
	}

	private static String edited(Endpoint endpoint, String body, @Nullable Integer limit) {
		return new String(scan(endpoint, body).with(new BodyEdits("m", limit, "max_completion_tokens")),
				StandardCharsets.UTF_8);
	}

}
