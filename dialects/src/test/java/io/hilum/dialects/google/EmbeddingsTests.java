package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EmbeddingsToGemini} and {@link EmbeddingsToVertex}.
 */
class EmbeddingsTests {

	@Test
	void geminiEmbedsInBatches() {
		Translation translation = translate(new EmbeddingsToGemini(), "gemini-embedding-001",
				"{\"model\":\"m\",\"input\":[\"a\",\"b\"],\"dimensions\":256,\"task_type\":\"RETRIEVAL_QUERY\"}");
		assertThat(text(translation.request())).isEqualTo("""
				{"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},\
				"taskType":"RETRIEVAL_QUERY","outputDimensionality":256},{"model":"models/gemini-embedding-001",\
				"content":{"parts":[{"text":"b"}]},"taskType":"RETRIEVAL_QUERY","outputDimensionality":256}]}""");
		assertThat(text(translation.answer(GeminiFixtures.bytes("""
				{"embeddings":[{"values":[0.25,-1]},{"values":[1.5,2]}]}""")))).isEqualTo("""
				{"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.25,-1]},\
				{"object":"embedding","index":1,"embedding":[1.5,2]}],"model":"gemini-embedding-001"}""");
	}

	@Test
	void vertexPredictsAndCounts() {
		Translation translation = translate(new EmbeddingsToVertex(), "text-embedding-005",
				"{\"input\":[\"a\",\"b\"],\"dimensions\":2,\"encoding_format\":\"base64\",\"user\":\"u\"}");
		assertThat(text(translation.request())).isEqualTo("""
				{"instances":[{"content":"a"},{"content":"b"}],\
				"parameters":{"autoTruncate":false,"outputDimensionality":2}}""");
		assertThat(text(translation.answer(GeminiFixtures.bytes("""
				{"predictions":[
				{"embeddings":{"values":[1,0],"statistics":{"truncated":false,"token_count":3}}},
				{"embeddings":{"values":[0,-2.5],"statistics":{"truncated":false,"token_count":4}}}]}"""))))
			.isEqualTo("""
					{"object":"list","data":[{"object":"embedding","index":0,"embedding":"AACAPwAAAAA="},\
					{"object":"embedding","index":1,"embedding":"AAAAAAAAIMA="}],"model":"text-embedding-005",\
					"usage":{"prompt_tokens":7,"total_tokens":7}}""");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"input\":[1,2,3]}", "{\"input\":[]}", "{}", "{\"input\":\"a\",\"encoding_format\":\"x\"}",
					"{\"input\":\"a\",\"surprise\":1}", "{\"input\":[\"a\",\"b\"]}" })
	void refusesWhatGoogleCannotDo(String request) {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> translate(new EmbeddingsToVertex(), "gemini-embedding-001", request));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"predictions\":[]}", "{\"predictions\":[{\"embeddings\":{}}]}", "nothing" })
	void isBrokenIfAVectorIsMissing(String body) {
		Translation translation = translate(new EmbeddingsToVertex(), "text-embedding-005", "{\"input\":\"a\"}");
		assertThatExceptionOfType(BrokenAnswerException.class)
			.isThrownBy(() -> translation.answer(GeminiFixtures.bytes(body)));
	}

	private static Translation translate(Translator translator, String model, String request) {
		return translator.translate(new TranslationRequest(GeminiFixtures.bytes(request), model, false, null, 0));
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
