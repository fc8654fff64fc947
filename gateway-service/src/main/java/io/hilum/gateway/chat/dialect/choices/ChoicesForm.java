package io.hilum.gateway.chat.dialect.choices;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.chat.answer.AnswerScan;
import io.hilum.gateway.chat.answer.AnswerScan.Range;
import io.hilum.gateway.chat.answer.EventForm;
import io.hilum.gateway.chat.answer.Place;
import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.chat.wire.SseWriter;
import org.jspecify.annotations.Nullable;

/**
 * Chunks with choices. A chunk that the gateway adds is made of the last one, so that id,
 * model and everything else are right.
 */
final class ChoicesForm implements EventForm {

	private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

	private static final byte[] NO_CHOICES = { '[', ']' };

	private byte[] lastChunk = new byte[0];

	private @Nullable AnswerScan lastScan;

	@Override
	public void saw(byte[] event, AnswerScan scan) {
		if (scan.marks().choices() != null) {
			this.lastChunk = event;
			this.lastScan = scan;
		}
	}

	@Override
	public void held(Place place, String text, SseWriter out) {
		AnswerScan scan = this.lastScan;
		if (scan != null) {
			byte[] choices = choices(place, text).getBytes(StandardCharsets.UTF_8);
			out.event(null, Splice.apply(this.lastChunk, withoutUsage(scan, choices)));
		}
	}

	private static String choices(Place place, String text) {
		String field = "{\"" + place.field() + "\":" + new String(Splice.quoted(text), StandardCharsets.UTF_8) + "}";
		if (place.parent().equals(ChoicesWalk.CHOICE)) {
			return "[{\"index\":" + place.group() + "," + field.substring(1, field.length() - 1)
					+ ",\"logprobs\":null,\"finish_reason\":null}]";
		}
		String delta = switch (place.parent()) {
			case ChoicesWalk.FUNCTION_CALL -> "{\"function_call\":" + field + "}";
			case ChoicesWalk.FUNCTION, ChoicesWalk.CUSTOM ->
				"{\"tool_calls\":[{\"index\":" + place.part() + ",\"" + place.parent() + "\":" + field + "}]}";
			case ChoicesWalk.THINKING_BLOCKS ->
				"{\"thinking_blocks\":[{\"type\":\"thinking\"," + field.substring(1) + "]}";
			default -> field;
		};
		return "[{\"index\":" + place.group() + ",\"delta\":" + delta + ",\"finish_reason\":null}]";
	}

	@Override
	public void error(byte[] error, SseWriter out) {
		out.event(null, error);
	}

	@Override
	public void hilum(byte[] hilum, SseWriter out) {
		AnswerScan scan = this.lastScan;
		if (scan == null) {
			return;
		}
		List<Splice> splices = withoutUsage(scan, NO_CHOICES);
		splices.add(Splice.appended(scan.marks().end(), "hilum", hilum));
		out.event(null, Splice.apply(this.lastChunk, splices));
	}

	private static List<Splice> withoutUsage(AnswerScan scan, byte[] choices) {
		List<Splice> splices = new ArrayList<>(3);
		Range range = scan.marks().choices();
		Range usage = scan.marks().usage();
		if (range != null) {
			splices.add(new Splice(range.start(), range.end(), choices));
		}
		if (usage != null) {
			boolean first = range != null && usage.start() < range.start();
			splices.add(first ? 0 : splices.size(), new Splice(usage.start(), usage.end(), NULL));
		}
		return splices;
	}

}
