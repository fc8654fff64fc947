package io.hilum.routing.answer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the facts of an answer, or of an event of one, as a stream of tokens. What
 * dialects of clients call differently is told apart by its name. Created per document;
 * not thread-safe.
 */
final class AnswerReader {

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
		.build();

	private final UsageObject usage;

	private final ChoicesCheck choices = new ChoicesCheck();

	private @Nullable String model;

	private @Nullable String tier;

	private boolean error;

	private boolean isAnswer;

	private boolean filtered;

	private AnswerReader(UsageObject usage) {
		this.usage = usage;
	}

	/**
	 * Read a document.
	 * @param bytes where it is
	 * @param start its first byte
	 * @param end the byte behind its last
	 * @return the facts, or {@code null} if it is not one JSON object
	 */
	static @Nullable AnswerFacts read(byte[] bytes, int start, int end) {
		return read(bytes, start, end, new UsageObject());
	}

	/**
	 * Read a document whose counts add to those of earlier ones.
	 * @param bytes where it is
	 * @param start its first byte
	 * @param end the byte behind its last
	 * @param usage the counts so far
	 * @return the facts, or {@code null} if it is not one JSON object
	 */
	static @Nullable AnswerFacts read(byte[] bytes, int start, int end, UsageObject usage) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			AnswerReader reader = new AnswerReader(usage);
			reader.readObject(parser);
			return (parser.nextToken() == null) ? reader.facts() : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private AnswerFacts facts() {
		return new AnswerFacts(this.model, this.usage.isKnown() ? this.usage.counts() : null,
				this.error && !this.isAnswer, this.choices.sound(), this.filtered || this.choices.filtered(),
				(this.usage.tier() != null) ? this.usage.tier() : this.tier);
	}

	private void readObject(JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			switch (name) {
				case "model" -> readModel(parser, value);
				case "usage" -> {
					if (value == JsonToken.START_OBJECT) {
						this.usage.read(parser);
					}
				}
				case "service_tier" -> this.tier = UsageObject.name(parser, this.tier);
				case "choices" -> this.choices.read(parser);
				case "object" -> {
					String object = (value == JsonToken.VALUE_STRING) ? parser.getString() : "";
					this.isAnswer |= "response".equals(object);
					this.error |= "error".equals(object);
					parser.skipChildren();
				}
				case "response", "message" -> readNested(parser, value);
				case "stop_reason" -> this.filtered |= "refusal".equals(parser.getValueAsString());
				case "incomplete_details" -> readIncomplete(parser, value);
				case "error" -> {
					this.error |= value != JsonToken.VALUE_NULL;
					parser.skipChildren();
				}
				default -> parser.skipChildren();
			}
		}
	}

	/**
	 * The events of responses and messages that carry the answer so far.
	 */
	private void readNested(JsonParser parser, JsonToken value) {
		if (value == JsonToken.START_OBJECT) {
			readObject(parser);
		}
	}

	private void readIncomplete(JsonParser parser, JsonToken value) {
		if (value != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return;
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean reason = "reason".equals(parser.currentName());
			parser.nextToken();
			this.filtered |= reason && "content_filter".equals(parser.getValueAsString());
			parser.skipChildren();
		}
	}

	private void readModel(JsonParser parser, JsonToken value) {
		if (value == JsonToken.VALUE_STRING && !parser.getString().isBlank()) {
			this.model = parser.getString();
		}
	}

}
