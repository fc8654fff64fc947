package io.hilum.dialects.bedrock;

import java.nio.BufferUnderflowException;
import java.util.Map;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/**
 * Reads the frames of a streamed answer ({@code application/vnd.amazon.eventstream}).
 * AWS's own decoder checks both checksums of each frame and refuses one longer than 24
 * MiB, which bounds the memory. Created per stream and not thread-safe.
 */
final class ConverseStream implements AnswerStream {

	private final MessageDecoder frames = new MessageDecoder(this::read);

	private final ChatChunks chunks;

	private final ConverseEvents events;

	private boolean failed;

	ConverseStream(ChatChunks chunks) {
		this.chunks = chunks;
		this.events = new ConverseEvents(chunks);
	}

	@Override
	public byte[] accept(byte[] part) {
		try {
			this.frames.feed(part);
		}
		catch (IllegalArgumentException | BufferUnderflowException ex) {
			throw new BrokenAnswerException("A stream of Bedrock is not made of its frames");
		}
		return this.chunks.drain();
	}

	@Override
	public byte[] end() {
		if (this.events.isComplete() && !this.failed) {
			this.chunks.done();
		}
		return this.chunks.drain();
	}

	private void read(Message frame) {
		if (this.failed) {
			return;
		}
		Map<String, HeaderValue> headers = frame.getHeaders();
		switch (text(headers, ":message-type", "event")) {
			case "event" -> this.events.read(text(headers, ":event-type", ""), Json.readAnswer(frame.getPayload()));
			case "exception" -> fail(text(headers, ":exception-type", "internalServerException"),
					BedrockErrors.message(Json.readLeniently(frame.getPayload()), ""));
			case "error" ->
				fail(text(headers, ":error-code", "internalServerException"), text(headers, ":error-message", ""));
			default -> throw new BrokenAnswerException("A stream of Bedrock has a frame of no known type");
		}
	}

	private void fail(String exception, String message) {
		this.failed = true;
		this.chunks.error(BedrockErrors.streamed(exception, message));
	}

	private static String text(Map<String, HeaderValue> headers, String name, String otherwise) {
		HeaderValue value = headers.get(name);
		return (value != null) ? value.getString() : otherwise;
	}

}
