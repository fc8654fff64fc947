package io.hilum.gateway.chat.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.hilum.gateway.chat.answer.AnswerScan.Signal;
import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.chat.wire.SseWriter;
import io.hilum.gateway.phi.TracedStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts identifiers back into the events of a streamed answer. Each text that comes in
 * pieces is a stream of its own; everything else in an event keeps its bytes. Mutable;
 * for one answer.
 */
final class ChunkRewriter {

	private final AnswerReader reader;

	private final AnswerForm form;

	private final EventForm events;

	private final Originals originals;

	private final byte @Nullable [] hilum;

	private final Map<Place, TracedStream> streams = new LinkedHashMap<>();

	/**
	 * Create a rewriter.
	 * @param reader what reads events
	 * @param form the API that the client speaks
	 * @param events how the API writes events
	 * @param originals what was taken out of the request
	 * @param hilum the value of the field {@code hilum}, if there is one
	 */
	ChunkRewriter(AnswerReader reader, AnswerForm form, EventForm events, Originals originals,
			byte @Nullable [] hilum) {
		this.reader = reader;
		this.form = form;
		this.events = events;
		this.originals = originals;
		this.hilum = hilum;
	}

	/**
	 * Rewrite an event.
	 * @param name the name of the event, if it has one
	 * @param event its data
	 * @param out where it goes, after what was held back of texts that end with it
	 * @return what the event means for the stream
	 */
	Signal rewrite(@Nullable String name, byte[] event, SseWriter out) {
		AnswerScan scan = this.reader.read(this.form, event);
		if (scan.signal() == Signal.FAILED) {
			flush(out);
			this.events.error(event, out);
			return Signal.FAILED;
		}
		this.events.saw(event, scan);
		List<Splice> splices = new ArrayList<>(scan.slots().size());
		for (AnswerSlot slot : scan.slots()) {
			String restored = restore(slot, scan.ended().contains(slot.place().group()));
			if (!restored.equals(slot.value())) {
				splices.add(Splice.string(slot.start(), slot.end(), restored));
			}
		}
		Citing.move(scan, this.originals, this.streams::get, splices);
		scan.ended().forEach((group) -> flush((place) -> place.group() == group, out));
		if (scan.signal() != Signal.NONE) {
			flush(out);
		}
		add(scan, splices);
		out.event((name != null) ? name : scan.marks().type(), Splice.apply(event, splices));
		return scan.signal();
	}

	private void add(AnswerScan scan, List<Splice> splices) {
		int own = splices.size();
		splices.addAll(this.events.amend(scan));
		if (this.hilum != null && scan.marks().type() != null && scan.hilumAt() >= 0) {
			splices.add(Splice.appended(scan.hilumAt(), "hilum", this.hilum));
		}
		if (splices.size() > own) {
			splices.sort(Comparator.comparingInt(Splice::start));
		}
	}

	private String restore(AnswerSlot slot, boolean ends) {
		if (!slot.piece()) {
			return this.originals.restore(slot);
		}
		TracedStream stream = this.streams.computeIfAbsent(slot.place(),
				(place) -> this.originals.restorer().traced(this.originals.formOf(slot)));
		String ready = stream.push(slot.value());
		return ends ? ready + stream.finish() : ready;
	}

	/**
	 * Write what is held back of every text: the answer has ended.
	 * @param out where it goes
	 */
	void flush(SseWriter out) {
		flush((place) -> true, out);
	}

	private void flush(Predicate<Place> ended, SseWriter out) {
		this.streams.forEach((place, stream) -> {
			if (stream.holds() && ended.test(place)) {
				this.events.held(place, stream.finish(), out);
			}
		});
	}

}
