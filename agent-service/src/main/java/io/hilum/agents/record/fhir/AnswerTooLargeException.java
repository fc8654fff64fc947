package io.hilum.agents.record.fhir;

import java.io.IOException;

/**
 * An answer has more bytes than are read.
 */
final class AnswerTooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	AnswerTooLargeException(long most) {
		super("more than " + most + " bytes");
	}

}
