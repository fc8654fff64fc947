package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
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
	 * @param body the answer
	 * @param deidentified what was taken out of the request
	 * @param hilum the value of the field {@code hilum} to append, if there is one
	 * @return the answer for the client
	 */
	byte[] restore(byte[] body, Deidentified deidentified, byte @Nullable [] hilum) {
		if (deidentified.restoresNothing() && hilum == null) {
			return body;
		}
		AnswerScan scan = this.reader.read(body);
		List<Splice> splices = new ArrayList<>();
		for (AnswerSlot slot : scan.slots()) {
			String restored = restore(slot, deidentified);
			if (!restored.equals(slot.value())) {
				splices.add(Splice.string(slot.start(), slot.end(), restored));
			}
		}
		if (hilum != null) {
			String field = ",\"hilum\":" + new String(hilum, StandardCharsets.UTF_8);
			splices.add(new Splice(scan.end(), scan.end(), field.getBytes(StandardCharsets.UTF_8)));
		}
		return Splice.apply(body, splices);
	}

	private static String restore(AnswerSlot slot, Deidentified deidentified) {
		String functionName = slot.field().equals(AnswerSlot.FUNCTION_NAME)
				? deidentified.functionNames().get(slot.value()) : null;
		return (functionName != null) ? functionName
				: deidentified.restorer().restore(slot.value(), deidentified.formOf(slot));
	}

}
