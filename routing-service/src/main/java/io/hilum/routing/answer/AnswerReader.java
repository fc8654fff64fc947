package io.hilum.routing.answer;

import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the facts of an answer in OpenAI's dialect as a stream of tokens. Thread-safe.
 */
public final class AnswerReader {

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
		.build();

	private AnswerReader() {
	}

	/**
	 * Read a document.
	 * @param bytes where it is
	 * @param start its first byte
	 * @param end the byte behind its last
	 * @return the facts, or {@code null} if it is not one JSON object
	 */
	public static @Nullable AnswerFacts read(byte[] bytes, int start, int end) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
			return (parser.nextToken() == JsonToken.START_OBJECT) ? readObject(parser) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable AnswerFacts readObject(JsonParser parser) {
		String model = null;
		boolean choicesEmpty = false;
		boolean error = false;
		TokenCounts usage = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			switch (name) {
				case "model" -> model = (value == JsonToken.VALUE_STRING) ? parser.getString() : null;
				case "choices" -> choicesEmpty = value == JsonToken.START_ARRAY && skipArray(parser) == 0;
				case "usage" -> usage = (value == JsonToken.START_OBJECT) ? UsageObject.read(parser) : null;
				case "error" -> {
					error = value != JsonToken.VALUE_NULL;
					parser.skipChildren();
				}
				default -> parser.skipChildren();
			}
		}
		return (parser.nextToken() == null) ? new AnswerFacts(model, choicesEmpty, usage, error) : null;
	}

	private static int skipArray(JsonParser parser) {
		int items = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			parser.skipChildren();
			items++;
		}
		return items;
	}

}
