package io.hilum.gateway.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.hilum.gateway.chat.AnswerScan.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * One walk over the tokens of an answer. The index of a choice or of a tool call may
 * stand behind what belongs to it. Mutable; for one answer and one thread.
 */
final class AnswerWalk {

	/**
	 * Fields whose strings no person reads or that are pieces of tokens.
	 */
	private static final Set<String> LEFT_ALONE = Set.of("logprobs", "finish_reason", "role", "id", "type");

	private final JsonParser parser;

	private final List<AnswerSlot> slots = new ArrayList<>(4);

	private final List<Integer> finished = new ArrayList<>(1);

	private @Nullable Range choices;

	private @Nullable Range usage;

	private boolean failed;

	AnswerWalk(JsonParser parser) {
		this.parser = parser;
	}

	AnswerScan walk() {
		if (this.parser.nextToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(this.parser, "an answer must be an object");
		}
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			int start = start();
			switch (name) {
				case "choices" -> choices();
				case "error" -> this.failed = this.parser.currentToken() != JsonToken.VALUE_NULL;
				default -> {
				}
			}
			skip();
			note(name, start);
		}
		return new AnswerScan(this.slots, this.finished, this.choices, this.usage, start(), this.failed);
	}

	private void note(String name, int start) {
		if (name.equals("choices")) {
			this.choices = new Range(start, end());
		}
		else if (name.equals("usage")) {
			this.usage = new Range(start, end());
		}
	}

	private void choices() {
		if (this.parser.currentToken() != JsonToken.START_ARRAY) {
			return;
		}
		int position = 0;
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			choice(position++);
		}
	}

	private void choice(int position) {
		int first = this.slots.size();
		int index = position;
		boolean ended = false;
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			JsonToken token = this.parser.nextToken();
			switch (name) {
				case "index" -> index = this.parser.getIntValue();
				case "finish_reason" -> ended = token != JsonToken.VALUE_NULL;
				default -> value(name, -1);
			}
		}
		for (int i = first; i < this.slots.size(); i++) {
			this.slots.set(i, this.slots.get(i).in(index));
		}
		if (ended) {
			this.finished.add(index);
		}
	}

	private void value(String name, int tool) {
		if (LEFT_ALONE.contains(name)) {
			skip();
			return;
		}
		switch (this.parser.currentToken()) {
			case START_OBJECT -> {
				while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
					String inner = this.parser.currentName();
					this.parser.nextToken();
					value(inner, tool);
				}
			}
			case START_ARRAY -> array(name, tool);
			case VALUE_STRING -> slot(name, tool);
			default -> {
			}
		}
	}

	private void array(String name, int tool) {
		int position = 0;
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			if (name.equals("tool_calls") && this.parser.currentToken() == JsonToken.START_OBJECT) {
				toolCall(position++);
			}
			else {
				value(name, tool);
			}
		}
	}

	private void toolCall(int position) {
		int first = this.slots.size();
		int index = position;
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			if (name.equals("index")) {
				index = this.parser.getIntValue();
			}
			else {
				value(name, position);
			}
		}
		for (int i = first; i < this.slots.size(); i++) {
			this.slots.set(i, this.slots.get(i).ofTool(index));
		}
	}

	private void slot(String name, int tool) {
		String value = this.parser.getString();
		this.slots.add(new AnswerSlot(0, name, tool, start(), end(), value));
	}

	private void skip() {
		this.parser.skipChildren();
	}

	private int start() {
		return Math.toIntExact(this.parser.currentTokenLocation().getByteOffset());
	}

	private int end() {
		return Math.toIntExact(this.parser.currentLocation().getByteOffset());
	}

}
