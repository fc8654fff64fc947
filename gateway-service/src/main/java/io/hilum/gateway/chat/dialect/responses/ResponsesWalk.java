package io.hilum.gateway.chat.dialect.responses;

import io.hilum.gateway.chat.answer.AnswerScan.Signal;
import io.hilum.gateway.chat.answer.AnswerSlot.Kind;
import io.hilum.gateway.chat.answer.AnswerWalk;
import io.hilum.gateway.chat.answer.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds texts in responses and in their events. Deltas are pieces; every event that ends
 * something repeats the whole text, which is restored as a whole.
 */
final class ResponsesWalk extends AnswerWalk {

	private static final String DELTA = "delta";

	private static final String TEXT_DELTA = "response.output_text.delta";

	private static final String ANNOTATION_ADDED = "response.output_text.annotation.added";

	private static final String RESPONSE = "response";

	private static final String PREVIOUS = "previous_response_id";

	private static final Place WHOLE = new Place("", "");

	private String type = "";

	private int group;

	private int part = -1;

	private String item = "";

	private int responseEnd = -1;

	ResponsesWalk(JsonParser parser) {
		super(parser);
	}

	static boolean isLast(String type) {
		return switch (type) {
			case "response.completed", "response.incomplete", "response.failed" -> true;
			default -> false;
		};
	}

	@Override
	protected void field(String name, JsonToken token) {
		switch (name) {
			case "type" -> this.type = parser().getString();
			case "output_index" -> this.group = parser().getIntValue();
			case "content_index", "summary_index" -> this.part = parser().getIntValue();
			case "item_id" -> this.item = parser().getString();
			case "id", PREVIOUS -> responseId(token);
			case "data" -> items(token);
			case RESPONSE -> {
				value("", name);
				this.responseEnd = start();
			}
			default -> value("", name);
		}
	}

	@Override
	protected void object(String parent, String name) {
		int first = found();
		int firstIndex = cited();
		int text = -1;
		String of = "";
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String inner = parser().currentName();
			JsonToken token = parser().nextToken();
			if (inner.equals("type") && token == JsonToken.VALUE_STRING) {
				of = parser().getString();
			}
			text = (inner.equals("text") && token == JsonToken.VALUE_STRING) ? found() : text;
			if (name.equals(RESPONSE) && parent.isEmpty() && (inner.equals("id") || inner.equals(PREVIOUS))) {
				responseId(token);
			}
			else {
				value(name, inner);
			}
		}
		if (of.equals("output_text") && text >= 0) {
			referToText(firstIndex, text);
		}
		if (of.equals("reasoning_text") || of.equals("summary_text") || of.equals("input_text")) {
			change(first, (slot) -> slot.as(Kind.TEXT));
		}
	}

	private void responseId(JsonToken token) {
		if (token == JsonToken.VALUE_STRING) {
			slot(WHOLE, Kind.RESPONSE_ID, false);
		}
	}

	/**
	 * A list of items, not data that nobody reads.
	 */
	private void items(JsonToken token) {
		if (token == JsonToken.START_ARRAY) {
			array("", "items");
		}
	}

	@Override
	protected void string(String parent, String name) {
		Kind kind = switch (name) {
			case "arguments" -> Kind.JSON;
			case "name", "namespace" -> Kind.NAME;
			case "text" -> Kind.CONTENT;
			default -> Kind.TEXT;
		};
		boolean delta = parent.isEmpty() && name.equals(DELTA);
		slot(WHOLE, kind, delta);
	}

	@Override
	protected void finish(int end) {
		type(this.type);
		if (this.type.isEmpty()) {
			hilumAt(end);
			return;
		}
		if (this.type.equals(ANNOTATION_ADDED)) {
			referToPieces(0, new Place(this.group, TEXT_DELTA, DELTA, this.part, this.item));
		}
		Kind kind = kind();
		Place place = new Place(this.group, this.type, DELTA, this.part, this.item);
		boolean saysWhole = this.type.endsWith("_text.done") && kind != Kind.CONTENT;
		change(0, (slot) -> slot.piece() ? slot.at(place).as(kind) : saysWhole ? slot.as(Kind.TEXT) : slot);
		end();
	}

	private Kind kind() {
		if (this.type.startsWith("response.output_text.")) {
			return Kind.CONTENT;
		}
		return this.type.contains("_arguments.") ? Kind.JSON : Kind.TEXT;
	}

	private void end() {
		if (this.type.endsWith(".done")) {
			ended(this.group);
		}
		else if (this.type.equals("error")) {
			signal(Signal.FAILED);
		}
		else if (isLast(this.type)) {
			signal(this.type.equals("response.failed") ? Signal.LAST_FAILED : Signal.LAST);
			hilumAt(this.responseEnd);
		}
	}

}
