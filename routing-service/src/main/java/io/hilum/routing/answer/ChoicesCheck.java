package io.hilum.routing.answer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Whether the choices of a whole chat completion have what OpenAI's clients rely on: each
 * a message with a role, content that is text or nothing, and calls with an id, a type
 * and arguments. Created per document and not thread-safe.
 */
final class ChoicesCheck {

	private boolean present;

	private boolean sound = true;

	private boolean filtered;

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
				this.sound = false;
				parser.skipChildren();
			}
		}
	}

	private boolean readChoice(JsonParser parser) {
		boolean sound = false;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (value == JsonToken.START_OBJECT && "message".equals(name)) {
				sound = readMessage(parser);
			}
			else {
				this.filtered |= "finish_reason".equals(name) && "content_filter".equals(parser.getValueAsString());
				parser.skipChildren();
			}
		}
		return sound;
	}

	private static boolean readMessage(JsonParser parser) {
		boolean role = false;
		boolean content = false;
		boolean calls = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			role |= "role".equals(name) && value == JsonToken.VALUE_STRING;
			content |= "content".equals(name) && !value.isStructStart();
			calls &= !"tool_calls".equals(name) || readCalls(parser);
			parser.skipChildren();
		}
		return role && content && calls;
	}

	/**
	 * Clients parse the arguments of a call without looking.
	 */
	private static boolean readCalls(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			boolean none = parser.currentToken() == JsonToken.VALUE_NULL;
			parser.skipChildren();
			return none;
		}
		boolean sound = true;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			sound &= parser.currentToken() == JsonToken.START_OBJECT && readCall(parser);
		}
		return sound;
	}

	private static boolean readCall(JsonParser parser) {
		boolean id = false;
		boolean type = false;
		boolean arguments = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
			id |= text && "id".equals(name) && !parser.getString().isEmpty();
			type |= text && "type".equals(name);
			arguments &= !"function".equals(name) || readFunction(parser);
			parser.skipChildren();
		}
		return id && type && arguments;
	}

	private static boolean readFunction(JsonParser parser) {
		boolean arguments = false;
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			return false;
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
			arguments |= text && "arguments".equals(name);
			parser.skipChildren();
		}
		return arguments;
	}

	boolean filtered() {
		return this.filtered;
	}

	boolean sound() {
		return this.present && this.sound;
	}

}
