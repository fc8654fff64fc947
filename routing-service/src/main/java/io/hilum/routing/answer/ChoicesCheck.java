package io.hilum.routing.answer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Whether the choices of a whole chat completion have what OpenAI's clients rely on: each
 * a message with a role, and content that is text or nothing. Created per document and
 * not thread-safe.
 */
final class ChoicesCheck {

	private boolean present;

	private boolean sound = true;

	void read(JsonParser parser) {
		this.present = parser.currentToken() == JsonToken.START_ARRAY;
		if (!this.present) {
			parser.skipChildren();
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() == JsonToken.START_OBJECT) {
				this.sound &= readChoice(parser);
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private static boolean readChoice(JsonParser parser) {
		boolean sound = false;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean message = "message".equals(parser.currentName());
			if (parser.nextToken() == JsonToken.START_OBJECT && message) {
				sound = readMessage(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		return sound;
	}

	private static boolean readMessage(JsonParser parser) {
		boolean role = false;
		boolean content = false;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			role |= "role".equals(name) && value == JsonToken.VALUE_STRING;
			content |= "content".equals(name) && value != JsonToken.START_ARRAY;
			parser.skipChildren();
		}
		return role && content;
	}

	boolean sound() {
		return this.present && this.sound;
	}

}
