package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.UntranslatableException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HostedMessages} and {@link MessagesToVertex}.
 */
class HostedMessagesTests {

	private static final String ASKED = "{\"model\":\"anthropic/claude-x\",\"max_tokens\":5,\"stream\":true,"
			+ "\"temperature\":0.250,\"metadata\":{\"user_id\":\"u\"},\"messages\":[],\"invented\":{\"a\":[1e400]}}";

	@Test
	void vertexHasTheModelInThePath() {
		assertThat(text(HostedMessages.vertex(request(ASKED, true)))).isEqualTo("{\"max_tokens\":5,"
				+ "\"temperature\":0.250,\"metadata\":{\"user_id\":\"u\"},\"messages\":[],\"invented\":{\"a\":[1E+400]},"
				+ "\"anthropic_version\":\"vertex-2023-10-16\",\"stream\":true}");
	}

	@Test
	void vertexCountsForTheModelOfTheBody() {
		assertThat(text(HostedMessages.vertexCount(request("{\"model\":\"a/claude-x\",\"messages\":[]}", false))))
			.isEqualTo(
					"{\"messages\":[],\"anthropic_version\":\"vertex-2023-10-16\",\"model\":\"claude-sonnet-4-5@20250929\"}");
	}

	@Test
	void bedrockHasTheStreamInThePathAndTheBetasInTheBody() {
		assertThat(text(HostedMessages.bedrock(request(ASKED, true))))
			.isEqualTo("{\"max_tokens\":5," + "\"temperature\":0.250,\"messages\":[],\"invented\":{\"a\":[1E+400]},"
					+ "\"anthropic_version\":\"bedrock-2023-05-31\",\"anthropic_beta\":[\"context-1m-2025-08-07\"]}");
	}

	@Test
	void betasCannotBeNamedInTheBody() {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> HostedMessages
				.bedrock(request("{\"messages\":[],\"anthropic_beta\":[\"files-api-2025-04-14\"]}", false)))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo("anthropic_beta"));
	}

	@Test
	void answersOfVertexPassByteForByte() {
		StreamTranslation translation = MessagesToVertex.MESSAGES.translate(request(ASKED, true));
		byte[] part = "event: mess".getBytes(StandardCharsets.UTF_8);
		AnswerStream stream = translation.stream();
		assertThat(stream.accept(part)).isSameAs(part);
		assertThat(stream.end()).isEmpty();
		assertThat(translation.answer(part)).isSameAs(part);
		assertThat(text(translation.error(404,
				"{\"error\":{\"code\":404,\"message\":\"no such model\"}}".getBytes(StandardCharsets.UTF_8))))
			.contains("\"message\":\"no such model\"", "\"type\":\"not_found_error\"");
	}

	private static TranslationRequest request(String body, boolean stream) {
		return new TranslationRequest(body.getBytes(StandardCharsets.UTF_8),
				"publishers/anthropic/models/claude-sonnet-4-5@20250929", stream, null, 0,
				List.of("context-1m-2025-08-07"));
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
