package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.chat.AnswerScan.Range;
import io.hilum.gateway.phi.RestoringStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts identifiers back into the chunks of a streamed answer. Each text of each choice
 * and each tool call is a stream of its own; everything else in a chunk keeps its bytes.
 * Mutable; for one answer.
 */
final class ChunkRewriter {

	private static final Set<String> STREAMED = Set.of(AnswerSlot.CONTENT, "refusal", "reasoning", "reasoning_content",
			"thinking", AnswerSlot.ARGUMENTS);

	private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

	private static final byte[] NO_CHOICES = { '[', ']' };

	private final AnswerReader reader;

	private final Deidentified deidentified;

	private final Map<Place, RestoringStream> streams = new LinkedHashMap<>();

	private byte[] lastChunk = new byte[0];

	private @Nullable AnswerScan lastScan;

	ChunkRewriter(AnswerReader reader, Deidentified deidentified) {
		this.reader = reader;
		this.deidentified = deidentified;
	}

	/**
	 * Rewrite a chunk.
	 * @param chunk the chunk
	 * @param out where it goes, after chunks with what was held back if its choice ends
	 * @return whether it is an error, after which nothing follows
	 */
	boolean rewrite(byte[] chunk, SseWriter out) {
		AnswerScan scan = this.reader.read(chunk);
		if (scan.failed()) {
			flush(out);
			out.event(chunk);
			return true;
		}
		if (scan.choices() != null) {
			this.lastChunk = chunk;
			this.lastScan = scan;
		}
		List<Splice> splices = new ArrayList<>(scan.slots().size());
		for (AnswerSlot slot : scan.slots()) {
			String restored = restore(slot, scan.finished().contains(slot.choice()));
			if (!restored.equals(slot.value())) {
				splices.add(Splice.string(slot.start(), slot.end(), restored));
			}
		}
		scan.finished().forEach((choice) -> flush(choice, out));
		out.event(Splice.apply(chunk, splices));
		return false;
	}

	private String restore(AnswerSlot slot, boolean ends) {
		if (slot.field().equals(AnswerSlot.FUNCTION_NAME)) {
			String original = this.deidentified.functionNames().get(slot.value());
			return (original != null) ? original : slot.value();
		}
		if (!STREAMED.contains(slot.field())) {
			return this.deidentified.restorer().restore(slot.value(), this.deidentified.formOf(slot));
		}
		RestoringStream stream = this.streams.computeIfAbsent(new Place(slot.choice(), slot.field(), slot.tool()),
				(place) -> this.deidentified.restorer().stream(this.deidentified.formOf(slot)));
		String ready = stream.push(slot.value());
		return ends ? ready + stream.finish() : ready;
	}

	/**
	 * Write what is held back of every text: the answer has ended.
	 * @param out where it goes
	 */
	void flush(SseWriter out) {
		this.streams.keySet().stream().map(Place::choice).distinct().toList().forEach((choice) -> flush(choice, out));
	}

	private void flush(int choice, SseWriter out) {
		this.streams.forEach((place, stream) -> {
			if (place.choice() == choice && stream.holds()) {
				out.event(chunkOf(place.delta(stream.finish())));
			}
		});
	}

	/**
	 * Write a chunk without choices that carries a field of Hilum's.
	 * @param hilum the value of the field
	 * @param out where it goes
	 */
	void writeHilum(byte[] hilum, SseWriter out) {
		AnswerScan scan = this.lastScan;
		if (scan == null) {
			return;
		}
		byte[] field = (",\"hilum\":" + new String(hilum, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
		List<Splice> splices = withoutUsage(scan, NO_CHOICES);
		splices.add(new Splice(scan.end(), scan.end(), field));
		out.event(Splice.apply(this.lastChunk, splices));
	}

	private byte[] chunkOf(byte[] choices) {
		AnswerScan scan = this.lastScan;
		return (scan != null) ? Splice.apply(this.lastChunk, withoutUsage(scan, choices)) : choices;
	}

	private static List<Splice> withoutUsage(AnswerScan scan, byte[] choices) {
		List<Splice> splices = new ArrayList<>(3);
		Range range = scan.choices();
		Range usage = scan.usage();
		if (range != null) {
			splices.add(new Splice(range.start(), range.end(), choices));
		}
		if (usage != null) {
			boolean first = range != null && usage.start() < range.start();
			splices.add(first ? 0 : splices.size(), new Splice(usage.start(), usage.end(), NULL));
		}
		return splices;
	}

	/**
	 * Where a text of an answer is.
	 *
	 * @param choice the index of the choice
	 * @param field the field
	 * @param tool the index of the tool call, -1 if it is in none
	 */
	private record Place(int choice, String field, int tool) {

		byte[] delta(String text) {
			String value = new String(Splice.quoted(text), StandardCharsets.UTF_8);
			String delta = "{\"" + this.field + "\":" + value + "}";
			if (this.field.equals(AnswerSlot.ARGUMENTS)) {
				delta = (this.tool < 0) ? "{\"function_call\":" + delta + "}"
						: "{\"tool_calls\":[{\"index\":" + this.tool + ",\"function\":" + delta + "}]}";
			}
			return ("[{\"index\":" + this.choice + ",\"delta\":" + delta + ",\"finish_reason\":null}]")
				.getBytes(StandardCharsets.UTF_8);
		}

	}

}
