package io.hilum.dialects.bedrock;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A streamed answer of InvokeModelWithResponseStream for an Anthropic model: each frame
 * {@code chunk} holds one event of its dialect, as {@code {"bytes": BASE64}}. Created per
 * stream and not thread-safe.
 */
final class InvokeStream implements AnswerStream {

	/** What Bedrock adds to the last event, though no client of Anthropic knows it. */
	private static final String METRICS = "amazon-bedrock-invocationMetrics";

	private final EventWriter writer = new EventWriter();

	private final EventFrames frames = new EventFrames(this::read, (error) -> this.writer.event(null, error));

	private void read(String type, byte[] payload) {
		if (!type.equals("chunk")) {
			return;
		}
		ObjectNode event = Json.readAnswer(unpacked(payload));
		event.remove(METRICS);
		this.writer.event(event.path("type").asString("message"), event);
	}

	private static byte[] unpacked(byte[] payload) {
		try {
			return Json.readAnswer(payload).path("bytes").binaryValue();
		}
		catch (JacksonException ex) {
			throw new BrokenAnswerException("A frame of Bedrock holds no event");
		}
	}

	@Override
	public byte[] accept(byte[] part) {
		this.frames.accept(part);
		return this.writer.drain();
	}

	@Override
	public byte[] end() {
		return this.writer.drain();
	}

}
