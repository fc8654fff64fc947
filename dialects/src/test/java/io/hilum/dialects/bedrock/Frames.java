package io.hilum.dialects.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * Writes a stream as Bedrock sends it.
 */
final class Frames {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	Frames event(String type, String json) {
		return frame(Map.of(":message-type", HeaderValue.fromString("event"), ":event-type",
				HeaderValue.fromString(type), ":content-type", HeaderValue.fromString("application/json")), json);
	}

	Frames exception(String type, String json) {
		return frame(
				Map.of(":message-type", HeaderValue.fromString("exception"), ":exception-type",
						HeaderValue.fromString(type), ":content-type", HeaderValue.fromString("application/json")),
				json);
	}

	Frames error(String code, String message) {
		return frame(Map.of(":message-type", HeaderValue.fromString("error"), ":error-code",
				HeaderValue.fromString(code), ":error-message", HeaderValue.fromString(message)), "");
	}

	private Frames frame(Map<String, HeaderValue> headers, String payload) {
		new Message(headers, payload.getBytes(StandardCharsets.UTF_8)).encode(this.bytes);
		return this;
	}

	byte[] bytes() {
		return this.bytes.toByteArray();
	}

}
