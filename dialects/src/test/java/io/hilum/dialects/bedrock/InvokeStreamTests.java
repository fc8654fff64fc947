package io.hilum.dialects.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InvokeStream}.
 */
class InvokeStreamTests {

	private static final byte[] FRAMES = new Frames()
		.event("chunk", packed("{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\"}}"))
		.event("internal-news", "{}")
		.event("chunk", packed(
				"{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Grüß\"}}"))
		.event("chunk",
				packed("{\"type\":\"message_stop\",\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":9}}"))
		.bytes();

	private static final String EVENTS = """
			event: message_start
			data: {"type":"message_start","message":{"id":"msg_1"}}

			event: content_block_delta
			data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Grüß"}}

			event: message_stop
			data: {"type":"message_stop"}

			""";

	@Test
	void unpacksEventsWhereverTheyAreCut() {
		for (int cut = 0; cut <= FRAMES.length; cut++) {
			AnswerStream stream = new InvokeStream();
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			all.writeBytes(stream.accept(Arrays.copyOf(FRAMES, cut)));
			all.writeBytes(stream.accept(Arrays.copyOfRange(FRAMES, cut, FRAMES.length)));
			all.writeBytes(stream.end());
			assertThat(all.toString(StandardCharsets.UTF_8)).isEqualTo(EVENTS);
		}
	}

	@Test
	void exceptionIsAnErrorAndTheEnd() {
		AnswerStream stream = new InvokeStream();
		byte[] frames = new Frames().exception("throttlingException", "{\"message\":\"Too many tokens\"}")
			.event("chunk", packed("{\"type\":\"message_stop\"}"))
			.bytes();
		assertThat(new String(stream.accept(frames), StandardCharsets.UTF_8)).isEqualTo(
				"data: {\"error\":{\"message\":\"Too many tokens\",\"type\":\"rate_limit_error\",\"param\":null,\"code\":\"throttlingException\"}}\n\n");
		assertThat(stream.end()).isEmpty();
	}

	@Test
	void whatHoldsNoEventIsBroken() {
		for (String payload : new String[] { "{}", "{\"bytes\":7}", "{\"bytes\":\"*\"}", "{\"bytes\":\"e30\"", "[]" }) {
			byte[] frame = new Frames().event("chunk", payload).bytes();
			assertThatExceptionOfType(BrokenAnswerException.class).isThrownBy(() -> new InvokeStream().accept(frame));
		}
	}

	private static String packed(String event) {
		return "{\"bytes\":\"" + Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8))
				+ "\",\"p\":\"abcdefgh\"}";
	}

}
