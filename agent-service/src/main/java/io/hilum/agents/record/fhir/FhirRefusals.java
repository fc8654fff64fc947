package io.hilum.agents.record.fhir;

import java.util.Set;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.trust.text.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a model is told of a reading that failed. Never what the record system said: its
 * messages can name patients. For the log there are class and line.
 */
final class FhirRefusals {

	private static final Logger logger = LoggerFactory.getLogger(FhirRefusals.class);

	private static final int DEPTH = 16;

	private static final Set<String> DEFINITE = Set.of("record_token_refused", "record_forbidden",
			"record_patient_unknown");

	private FhirRefusals() {
	}

	static ToolRefusal of(RuntimeException thrown) {
		return switch (thrown) {
			case ToolRefusal refusal -> refusal;
			case AuthenticationException refused -> new ToolRefusal("record_token_refused",
					"The record system does not accept the user's token. It may have expired");
			case ForbiddenOperationException forbidden ->
				new ToolRefusal("record_forbidden", "The record system does not let this user read that");
			case ResourceNotFoundException missing ->
				new ToolRefusal("record_patient_unknown", "The record system has no such patient");
			case ResourceGoneException gone ->
				new ToolRefusal("record_patient_unknown", "The record system has no such patient");
			default -> failed(thrown);
		};
	}

	/** A record system that did not say no may have done it. */
	static ToolRefusal ofFiling(RuntimeException thrown) {
		if (thrown instanceof InvalidRequestException || thrown instanceof UnprocessableEntityException) {
			return new ToolRefusal("record_refused", "The record system does not take such a document");
		}
		ToolRefusal refusal = of(thrown);
		return DEFINITE.contains(refusal.code()) ? refusal : filingUnknown();
	}

	static ToolRefusal filingUnknown() {
		return new ToolRefusal("record_filing_unknown",
				"It is not known whether the record system took the draft. Do not file it again; tell the user to look");
	}

	private static ToolRefusal failed(RuntimeException thrown) {
		if (isCausedBy(thrown, AnswerTooLargeException.class)) {
			return new ToolRefusal("record_too_large",
					"The record system answers with more than is read at once: ask for less");
		}
		if (!Thread.currentThread().isInterrupted()) {
			logger.warn("The record system could not be read: {}", Origin.of(thrown));
		}
		return new ToolRefusal("record_unavailable", "The record system did not answer as it should");
	}

	private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
		Throwable cause = thrown;
		for (int depth = 0; depth < DEPTH && cause != null; depth++) {
			if (type.isInstance(cause)) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}
