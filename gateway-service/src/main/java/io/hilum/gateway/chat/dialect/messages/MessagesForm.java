package io.hilum.gateway.chat.dialect.messages;

import java.util.LinkedHashMap;
import java.util.Map;

import io.hilum.gateway.chat.answer.EventForm;
import io.hilum.gateway.chat.answer.Place;
import io.hilum.gateway.chat.wire.SseWriter;
import io.hilum.gateway.problem.AnthropicError;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events of Anthropic's messages.
 */
final class MessagesForm implements EventForm {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String BLOCK_DELTA = "content_block_delta";

	private final String requestId;

	MessagesForm(String requestId) {
		this.requestId = requestId;
	}

	@Override
	public void held(Place place, String text, SseWriter out) {
		String type = switch (place.field()) {
			case "thinking" -> "thinking_delta";
			case "partial_json" -> "input_json_delta";
			default -> "text_delta";
		};
		Map<String, Object> delta = new LinkedHashMap<>();
		delta.put("type", type);
		delta.put(place.field(), text);
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("type", BLOCK_DELTA);
		event.put("index", place.group());
		event.put("delta", delta);
		out.event(BLOCK_DELTA, JSON.writeValueAsBytes(event));
	}

	@Override
	public void error(byte[] error, SseWriter out) {
		out.event("error", AnthropicError.ofEvent(error, this.requestId));
	}

}
