package io.hilum.gateway.chat.dialect.messages;

import java.util.Set;

import io.hilum.gateway.chat.answer.AnswerScan.Signal;
import io.hilum.gateway.chat.answer.AnswerSlot.Kind;
import io.hilum.gateway.chat.answer.AnswerWalk;
import io.hilum.gateway.chat.answer.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds texts in Anthropic's messages and in their events.
 */
final class MessagesWalk extends AnswerWalk {

	static final String LAST = "message_stop";

	private static final String DELTA = "delta";

	private static final Set<String> STREAMED = Set.of("text", "thinking", "partial_json");

	private String type = "";

	private int index;

	private int messageEnd = -1;

	MessagesWalk(JsonParser parser) {
		super(parser);
	}

	@Override
	protected void field(String name, JsonToken token) {
		switch (name) {
			case "type" -> this.type = parser().getString();
			case "index" -> this.index = parser().getIntValue();
			case "message" -> {
				value("", name);
				this.messageEnd = start();
			}
			default -> value("", name);
		}
	}

	@Override
	protected void object(String parent, String name) {
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String inner = parser().currentName();
			parser().nextToken();
			if (inner.equals("input")) {
				data();
			}
			else {
				value(name, inner);
			}
		}
	}

	@Override
	protected void string(String parent, String name) {
		Kind kind = switch (name) {
			case "text" -> Kind.CONTENT;
			case "partial_json" -> Kind.JSON;
			case "name", "tool_name" -> Kind.NAME;
			default -> Kind.TEXT;
		};
		boolean piece = (parent.equals(DELTA) || parent.equals("content_block")) && STREAMED.contains(name);
		slot(new Place(DELTA, name), kind, piece);
	}

	@Override
	protected void finish(int end) {
		boolean event = !this.type.isEmpty() && !this.type.equals("message");
		type(event ? this.type : "");
		change(0, (slot) -> slot.at(slot.place().in(this.index)));
		switch (this.type) {
			case "content_block_stop" -> ended(this.index);
			case "message_delta" -> signal(Signal.TEXTS_END);
			case LAST -> signal(Signal.LAST);
			default -> {
			}
		}
		if (!event) {
			hilumAt(end);
		}
		else if (this.type.equals("message_start")) {
			hilumAt(this.messageEnd);
		}
	}

}
