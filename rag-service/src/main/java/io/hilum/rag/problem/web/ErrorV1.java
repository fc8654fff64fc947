package io.hilum.rag.problem.web;

import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.seal.SealBrokenException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * OpenAI's form of an error.
 */
record ErrorV1(Detail error) {

	static ErrorV1 of(Throwable failure) {
		return new ErrorV1(switch (failure) {
			case RagProblem problem -> new Detail(String.valueOf(problem.getMessage()), problem.code().type(),
					problem.param(), problem.code().wire());
			case ResponseStatusException known -> known(known.getStatusCode().value());
			case SealBrokenException broken -> new Detail("Stored content was changed or moved and is not returned",
					ProblemCode.INTEGRITY_BROKEN.type(), null, ProblemCode.INTEGRITY_BROKEN.wire());
			default -> new Detail("The service failed to answer", ProblemCode.INTERNAL_ERROR.type(), null,
					ProblemCode.INTERNAL_ERROR.wire());
		});
	}

	private static Detail known(int status) {
		HttpStatus known = HttpStatus.resolve(status);
		String phrase = (known != null) ? known.getReasonPhrase() : "Request refused";
		return new Detail(phrase, (status < 500) ? "invalid_request_error" : "api_error", null,
				(status == 404) ? "not_found" : "invalid_request");
	}

	record Detail(String message, String type, @Nullable String param, String code) {
	}

}
