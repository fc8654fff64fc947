package io.hilum.gateway.chat.answer;

import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.chat.wire.Splice;
import org.jspecify.annotations.Nullable;

/**
 * Puts identifiers back into an answer that is not streamed. Pure.
 */
public final class WholeAnswer {

	private final AnswerReader reader;

	public WholeAnswer(AnswerReader reader) {
		this.reader = reader;
	}

	/**
	 * Restore an answer.
	 * @param form the API that the client speaks
	 * @param body the answer
	 * @param originals what was taken out of the request
	 * @param hilum the value of the field {@code hilum} to append, if there is one
	 * @return the answer for the client
	 */
	public byte[] restore(AnswerForm form, byte[] body, Originals originals, byte @Nullable [] hilum) {
		if (originals.isEmpty() && hilum == null) {
			return body;
		}
		AnswerScan scan = this.reader.read(form, body);
		List<Splice> splices = new ArrayList<>();
		for (AnswerSlot slot : scan.slots()) {
			String restored = originals.restore(slot);
			if (!restored.equals(slot.value())) {
				splices.add(Splice.string(slot.start(), slot.end(), restored));
			}
		}
		Citing.move(scan, originals, (place) -> null, splices);
		if (hilum != null) {
			splices.add(Splice.appended(scan.marks().end(), "hilum", hilum));
		}
		return Splice.apply(body, splices);
	}

}
