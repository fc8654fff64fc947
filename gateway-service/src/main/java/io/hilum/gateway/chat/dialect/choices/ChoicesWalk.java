package io.hilum.gateway.chat.dialect.choices;

import java.util.Set;

import io.hilum.gateway.chat.answer.AnswerSlot.Kind;
import io.hilum.gateway.chat.answer.AnswerWalk;
import io.hilum.gateway.chat.answer.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds texts in answers that have choices: those of chats and those of OpenAI's older
 * completions.
 */
final class ChoicesWalk extends AnswerWalk {

	static final String CHOICE = "choice";

	static final String FUNCTION = "function";

	static final String FUNCTION_CALL = "function_call";

	static final String CUSTOM = "custom";

	static final String THINKING_BLOCKS = "thinking_blocks";

	static final String DELTA = "delta";

	private static final Set<String> STREAMED = Set.of("content", "refusal", "reasoning", "reasoning_content",
			"thinking", "arguments", "input", "text");

	private static final Set<String> PARENTS = Set.of(CHOICE, DELTA, FUNCTION, FUNCTION_CALL, CUSTOM, THINKING_BLOCKS);

	ChoicesWalk(JsonParser parser) {
		super(parser);
	}

	@Override
	protected void field(String name, JsonToken token) {
		if (!name.equals("choices") || token != JsonToken.START_ARRAY) {
			return;
		}
		int position = 0;
		while (parser().nextToken() != JsonToken.END_ARRAY) {
			choice(position++);
		}
	}

	@Override
	protected void finish(int end) {
		hilumAt(end);
	}

	private void choice(int position) {
		int first = found();
		int firstIndex = cited();
		int index = position;
		boolean ended = false;
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser().currentName();
			JsonToken token = parser().nextToken();
			switch (name) {
				case "index" -> index = parser().getIntValue();
				case "finish_reason" -> ended = token != JsonToken.VALUE_NULL;
				default -> value(CHOICE, name);
			}
		}
		group(first, firstIndex, index);
		if (ended) {
			ended(index);
		}
	}

	/**
	 * A message or a piece of one, whose citations refer to its content; of a piece, to
	 * the content of all pieces.
	 */
	@Override
	protected void object(String parent, String name) {
		int first = cited();
		int content = -1;
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String inner = parser().currentName();
			JsonToken token = parser().nextToken();
			content = (inner.equals("content") && token == JsonToken.VALUE_STRING) ? found() : content;
			value(name, inner);
		}
		if (!parent.equals(CHOICE) || cited() == first) {
			return;
		}
		if (content >= 0) {
			referToText(first, content);
		}
		else if (name.equals(DELTA)) {
			referToPieces(first, new Place(DELTA, "content"));
		}
	}

	@Override
	protected void array(String parent, String name) {
		boolean counted = name.equals("tool_calls") || name.equals(THINKING_BLOCKS);
		int position = 0;
		while (parser().nextToken() != JsonToken.END_ARRAY) {
			if (counted && parser().currentToken() == JsonToken.START_OBJECT) {
				part(name, position++);
			}
			else {
				value(parent, name);
			}
		}
	}

	private void part(String name, int position) {
		int first = found();
		int index = position;
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String inner = parser().currentName();
			parser().nextToken();
			if (inner.equals("index")) {
				index = parser().getIntValue();
			}
			else {
				value(name, inner);
			}
		}
		int part = index;
		change(first, (slot) -> slot.at(slot.place().ofPart(part)));
	}

	@Override
	protected void string(String parent, String name) {
		Kind kind = switch (name) {
			case "content" -> Kind.CONTENT;
			case "arguments" -> Kind.JSON;
			case "name" -> Kind.NAME;
			default -> Kind.TEXT;
		};
		slot(new Place(parent, name), kind, STREAMED.contains(name) && PARENTS.contains(parent));
	}

}
