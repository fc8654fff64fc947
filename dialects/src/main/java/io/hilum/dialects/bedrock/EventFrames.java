package io.hilum.dialects.bedrock;

import java.nio.BufferUnderflowException;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the frames of a streamed answer ({@code application/vnd.amazon.eventstream}).
 * AWS's own decoder checks both checksums of each frame and refuses one longer than 24
 * MiB, which bounds the memory. Behind an exception nothing is read. Created per stream
 * and not thread-safe.
 */
final class EventFrames {

	private static final String UNNAMED = "internalServerException";

	private final MessageDecoder frames = new MessageDecoder(this::read);

	private final BiConsumer<String, byte[]> events;

	private final Consumer<ObjectNode> errors;

	private boolean failed;

	/**
	 * Create a reader.
	 * @param events is told the type and the payload of each event
	 * @param errors is told the exception that ends a stream, in OpenAI's form
	 */
	EventFrames(BiConsumer<String, byte[]> events, Consumer<ObjectNode> errors) {
		this.events = events;
		this.errors = errors;
	}

	void accept(byte[] part) {
		try {
			this.frames.feed(part);
		}
		catch (IllegalArgumentException | BufferUnderflowException ex) {
			throw new BrokenAnswerException("A stream of Bedrock is not made of its frames");
		}
	}

	boolean isFailed() {
		return this.failed;
	}

	private void read(Message frame) {
		if (this.failed) {
			return;
		}
		Map<String, HeaderValue> headers = frame.getHeaders();
		switch (text(headers, ":message-type", "event")) {
			case "event" -> this.events.accept(text(headers, ":event-type", ""), frame.getPayload());
			case "exception" -> fail(text(headers, ":exception-type", UNNAMED),
					BedrockErrors.message(Json.readLeniently(frame.getPayload()), ""));
			case "error" -> fail(text(headers, ":error-code", UNNAMED), text(headers, ":error-message", ""));
			default -> throw new BrokenAnswerException("A stream of Bedrock has a frame of no known type");
		}
	}

	private void fail(String exception, String message) {
		this.failed = true;
		this.errors.accept(BedrockErrors.streamed(exception, message));
	}

	private static String text(Map<String, HeaderValue> headers, String name, String otherwise) {
		HeaderValue value = headers.get(name);
		return (value != null) ? value.getString() : otherwise;
	}

}
