package io.hilum.gateway.chat.dialect.responses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.chat.answer.AnswerScan;
import io.hilum.gateway.chat.answer.AnswerScan.Range;
import io.hilum.gateway.chat.answer.EventForm;
import io.hilum.gateway.chat.answer.Place;
import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.chat.wire.SseWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events of a response. They are numbered, so what the gateway adds moves the numbers of
 * all that follow.
 */
final class ResponsesForm implements EventForm {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String ERROR = "error";

	private int added;

	private int last = -1;

	@Override
	public void held(Place place, String text, SseWriter out) {
		this.added++;
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("type", place.parent());
		event.put("sequence_number", ++this.last);
		event.put("item_id", place.item());
		event.put("output_index", place.group());
		if (place.part() >= 0) {
			event.put(place.parent().contains("summary") ? "summary_index" : "content_index", place.part());
		}
		event.put(place.field(), text);
		if (place.parent().startsWith("response.output_text.")) {
			event.put("logprobs", List.of());
		}
		out.event(place.parent(), JSON.writeValueAsBytes(event));
	}

	@Override
	public List<Splice> amend(AnswerScan scan) {
		Range range = scan.marks().sequence();
		if (range == null) {
			return List.of();
		}
		this.last = scan.marks().number() + this.added;
		return (this.added == 0) ? List.of() : List.of(Splice.number(range.start(), range.end(), this.last));
	}

	@Override
	public void error(byte[] error, SseWriter out) {
		JsonNode tree = JSON.readTree(error);
		JsonNode detail = tree.path(ERROR).isObject() ? tree.get(ERROR) : tree;
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("type", ERROR);
		event.put("sequence_number", ++this.last);
		event.put("code", detail.path("code"));
		event.put("message", detail.path("message"));
		event.put("param", detail.path("param"));
		event.put(ERROR, detail);
		event.replaceAll(
				(name, value) -> (value instanceof JsonNode node && node.isMissingNode()) ? JSON.nullNode() : value);
		out.event(ERROR, JSON.writeValueAsBytes(event));
	}

}
