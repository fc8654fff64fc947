package io.hilum.dialects.bedrock;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.UntranslatableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddingsToBedrockTests {

	private static final String TITAN = "amazon.titan-embed-text-v2:0";

	@Test
	void packsVectorsAsOpenAiDoes() {
		Translation translation = translate(TITAN, "{\"input\":[\"a\"],\"encoding_format\":\"base64\"}");
		assertThat(text(translation.answer(bytes("{\"embedding\":[1,-2.5],\"inputTextTokenCount\":2}"))))
			.contains("\"embedding\":\"AACAPwAAIMA=\"", "\"usage\":{\"prompt_tokens\":2,\"total_tokens\":2}");
	}

	@Test
	void readsBothFormsOfCohere() {
		Translation translation = translate("cohere.embed-v4:0",
				"{\"input\":\"a\",\"dimensions\":256,\"input_type\":\"search_query\"}");
		assertThat(text(translation.request())).isEqualTo(
				"{\"texts\":[\"a\"],\"input_type\":\"search_query\",\"embedding_types\":[\"float\"],\"output_dimension\":256}");
		assertThat(text(translation.answer(bytes("{\"embeddings\":[[1]]}")))).contains("\"embedding\":[1]")
			.doesNotContain("usage");
		assertThatExceptionOfType(BrokenAnswerException.class).isThrownBy(() -> translation.answer(bytes("{}")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			amazon.titan-embed-text-v2:0 | input    | {"input":["a","b"]}
			amazon.titan-embed-text-v2:0 | input    | {"input":[1,2]}
			amazon.titan-embed-text-v2:0 | input    | {"input":[]}
			amazon.titan-embed-text-v2:0 | invented | {"input":"a","invented":1}
			amazon.nova-pro-v1:0         | model    | {"input":"a"}
			""")
	void refusesByNameWhatTheModelCannot(String model, String param, String request) {
		assertThatExceptionOfType(UntranslatableException.class).isThrownBy(() -> translate(model, request))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(param));
	}

	private static Translation translate(String model, String request) {
		return new EmbeddingsToBedrock().translate(new TranslationRequest(bytes(request), model, false, null, 0));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
