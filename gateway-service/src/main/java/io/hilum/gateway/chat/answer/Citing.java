package io.hilum.gateway.chat.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.phi.TracedStream;
import org.jspecify.annotations.Nullable;

/**
 * Moves the numbers by which citations refer to a text as the text is restored, so that
 * they fit what the client sees. Pure.
 */
final class Citing {

	private Citing() {
	}

	/**
	 * Move the citations of one answer or event.
	 * @param scan what is in it
	 * @param originals what was taken out of the request
	 * @param pieces the text at a place as far as it has come, {@code null} if none has
	 * @param splices the changes of the texts, to which those of the numbers are added
	 */
	static void move(AnswerScan scan, Originals originals, Function<Place, @Nullable TracedStream> pieces,
			List<Splice> splices) {
		if (scan.indexes().isEmpty()) {
			return;
		}
		Map<Integer, TracedStream> texts = new HashMap<>();
		List<Splice> moved = new ArrayList<>();
		for (AnswerIndex index : scan.indexes()) {
			TracedStream text = switch (index.text()) {
				case AnswerIndex.UNKNOWN -> null;
				case AnswerIndex.IN_PIECES -> pieces.apply(index.place());
				default -> texts.computeIfAbsent(index.text(), (at) -> whole(scan.slots().get(at), originals));
			};
			int value = (text != null) ? text.moved(index.value(), index.ends()) : index.value();
			if (value != index.value()) {
				moved.add(Splice.number(index.start(), index.end(), value));
			}
		}
		if (splices.addAll(moved)) {
			splices.sort(Comparator.comparingInt(Splice::start));
		}
	}

	private static TracedStream whole(AnswerSlot slot, Originals originals) {
		TracedStream text = originals.restorer().traced(originals.formOf(slot));
		text.push(slot.value());
		text.finish();
		return text;
	}

}
