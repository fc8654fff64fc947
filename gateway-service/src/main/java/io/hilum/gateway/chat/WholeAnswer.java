package io.hilum.gateway.chat;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Puts identifiers back into an answer that is not streamed. Pure.
 */
final class WholeAnswer {

	private final AnswerReader reader;

	WholeAnswer(AnswerReader reader) {
		this.reader = reader;
	}

	/**
	 * Restore an answer.
	 * @param dialect the API that the client speaks
	 * @param body the answer
	 * @param deidentified what was taken out of the request
	 * @param hilum the value of the field {@code hilum} to append, if there is one
	 * @return the answer for the client
	 */
	byte[] restore(Dialect dialect, byte[] body, Deidentified deidentified, byte @Nullable [] hilum) {
		if (deidentified.restoresNothing() && hilum == null) {
			return body;
		}
		AnswerScan scan = this.reader.read(dialect, body);
		List<Splice> splices = new ArrayList<>();
		for (AnswerSlot slot : scan.slots()) {
			String restored = deidentified.restore(slot);
			if (!restored.equals(slot.value())) {
				splices.add(Splice.string(slot.start(), slot.end(), restored));
			}
		}
		if (hilum != null) {
			splices.add(HilumField.appended(scan.marks().end(), hilum));
		}
		return Splice.apply(body, splices);
	}

}
