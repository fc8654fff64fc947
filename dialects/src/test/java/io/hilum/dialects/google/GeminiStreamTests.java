package io.hilum.dialects.google;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link GeminiStream}: however a stream is cut, it says the same, and the same
 * as the whole answer.
 */
class GeminiStreamTests {

	static Stream<List<String>> answers() {
		return GeminiFixtures.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("answers")
	void saysTheSameAtEverySplit(List<String> pieces) {
		for (byte[] stream : List.of(GeminiFixtures.events(pieces), GeminiFixtures.list(pieces))) {
			String unsplit = translate(stream);
			assertThat(unsplit).endsWith("data: [DONE]\n\n");
			for (int at = 1; at < stream.length; at++) {
				assertThat(translate(stream, at)).as("split at byte %d", at).isEqualTo(unsplit);
			}
		}
	}

	@Property(tries = 60)
	void saysTheSameInPartsOfAnyLength(@ForAll @IntRange(min = 1, max = 40) int length,
			@ForAll @IntRange(min = 0, max = 5) int answer) {
		byte[] stream = GeminiFixtures.events(GeminiFixtures.ALL.get(answer));
		int[] cuts = new int[(stream.length - 1) / length];
		Arrays.setAll(cuts, (i) -> (i + 1) * length);
		assertThat(translate(stream, cuts)).isEqualTo(translate(stream));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void saysTheSameAsTheWholeAnswer(List<String> pieces) {
		JsonNode whole = GeminiFixtures.answer(new String(GeminiFixtures.list(pieces), StandardCharsets.UTF_8));
		List<JsonNode> chunks = GeminiFixtures
			.chunks(translate(GeminiFixtures.events(pieces)).getBytes(StandardCharsets.UTF_8));
		for (JsonNode choice : whole.path("choices")) {
			Assembled assembled = Assembled.of(chunks, choice.path("index").intValue());
			assertThat(assembled.text()).isEqualTo(choice.path("message").path("content").asString(""));
			assertThat(assembled.reasoning()).isEqualTo(choice.path("message").path("reasoning_content").asString(""));
			assertThat(assembled.finish()).isEqualTo(choice.path("finish_reason").asString());
			assertThat(assembled.calls()).isEqualTo(Assembled.calls(choice.path("message").path("tool_calls")));
			assertThat(assembled.member("extra_content")).isEqualTo(choice.path("message").path("extra_content"));
			assertThat(assembled.count("annotations")).isEqualTo(choice.path("message").path("annotations").size());
			assertThat(assembled.count("images")).isEqualTo(choice.path("message").path("images").size());
		}
		assertThat(chunks.getLast().path("usage")).isEqualTo(whole.path("usage"));
	}

	@Test
	void isCutWithoutAReasonOfTheEnd() {
		byte[] stream = GeminiFixtures.events(GeminiFixtures.GROUNDED.subList(0, 2));
		assertThat(translate(stream)).contains("Fièvre").doesNotContain("[DONE]", "\"finish_reason\":\"");
	}

	@Test
	void isCutWithinAnEvent() {
		byte[] stream = GeminiFixtures.events(GeminiFixtures.GROUNDED);
		String cut = translate(Arrays.copyOf(stream, stream.length - 40));
		assertThat(cut).contains("Fièvre").doesNotContain("[DONE]");
	}

	@Test
	void isWholeWithoutTheLastBlankLine() {
		byte[] stream = GeminiFixtures.events(GeminiFixtures.GROUNDED);
		assertThat(translate(Arrays.copyOf(stream, stream.length - 4))).isEqualTo(translate(stream));
	}

	@Test
	void endsWithAnErrorInsideOfTheStream() {
		String stream = translate(GeminiFixtures.events(List.of(GeminiFixtures.GROUNDED.get(1), """
				{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}""",
				GeminiFixtures.GROUNDED.get(2))));
		assertThat(stream).contains("Fièvre")
			.endsWith("data: {\"error\":{\"message\":\"The model is overloaded.\",\"type\":\"server_error\","
					+ "\"param\":null,\"code\":\"unavailable\"}}\n\n");
	}

	@Test
	void isBrokenIfAnEventOrAnObjectIsTooLong() {
		String tooLong = "x".repeat(1 << 20);
		for (String begin : List.of("data: {\"candidates\":\"", "[{\"candidates\":\"")) {
			AnswerStream stream = GeminiFixtures.translation("m", GeminiFixtures.HELLO).stream();
			stream.accept(GeminiFixtures.bytes(begin));
			assertThatExceptionOfType(BrokenAnswerException.class)
				.isThrownBy(() -> stream.accept(GeminiFixtures.bytes(tooLong)));
		}
	}

	@Test
	void sendsWhatIsToldOnceOfASoundOnlyOnce() {
		String piece = """
				{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"audio/L16","data":"AAAA"}}]},
				"finishReason":"STOP"}]}""";
		List<JsonNode> chunks = GeminiFixtures
			.chunks(translate(GeminiFixtures.events(List.of(piece, piece))).getBytes(StandardCharsets.UTF_8));
		assertThat(chunks.get(1).at("/choices/0/delta/audio"))
			.hasToString("{\"id\":\"audio_0\",\"data\":\"AAAA\",\"expires_at\":0,\"transcript\":\"\"}");
		assertThat(chunks.get(2).at("/choices/0/delta/audio")).hasToString("{\"data\":\"AAAA\"}");
	}

	@Test
	void isBrokenIfAnEventIsNoJson() {
		assertThatExceptionOfType(BrokenAnswerException.class)
			.isThrownBy(() -> translate(GeminiFixtures.bytes("data: {\"candidates\":\n\n")));
	}

	@Test
	void keepsCallsTogetherThatComeLeafByLeaf() {
		List<JsonNode> chunks = GeminiFixtures
			.chunks(translate(GeminiFixtures.events(GeminiFixtures.PARTIAL_CALL)).getBytes(StandardCharsets.UTF_8));
		assertThat(Assembled.of(chunks, 0).calls()).singleElement()
			.asString()
			.endsWith("order {\"items\":[{\"name\":\"gauze\",\"count\":3,\"to ward\":true}],\"note\":null} "
					+ "{\"google\":{\"thought_signature\":\"c2lnMg==\"}}");
	}

	static String translate(byte[] stream, int... cuts) {
		AnswerStream answer = GeminiFixtures.translation("gemini-2.5-pro", GeminiFixtures.HELLO).stream();
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		TreeSet<Integer> ends = new TreeSet<>();
		Arrays.stream(cuts).forEach(ends::add);
		ends.add(stream.length);
		int start = 0;
		for (int end : ends) {
			said.writeBytes(answer.accept(Arrays.copyOfRange(stream, start, end)));
			start = end;
		}
		said.writeBytes(answer.end());
		return said.toString(StandardCharsets.UTF_8);
	}

}
