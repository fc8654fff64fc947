package io.hilum.portal.problem.web;

import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * OpenAI's form of an error.
 */
record ErrorV1(Detail error) {

	static ErrorV1 of(PortalProblem problem) {
		return new ErrorV1(new Detail(String.valueOf(problem.getMessage()), problem.code().type(), problem.param(),
				problem.code().wire()));
	}

	/**
	 * By its status only, since a message of a library may quote the request.
	 */
	static ErrorV1 of(ResponseStatusException problem) {
		int status = problem.getStatusCode().value();
		HttpStatus known = HttpStatus.resolve(status);
		String phrase = (known != null) ? known.getReasonPhrase() : "Request refused";
		return new ErrorV1(new Detail(phrase, (status < 500) ? "invalid_request_error" : "api_error", null,
				(status == 404) ? "not_found" : "invalid_request"));
	}

	record Detail(String message, String type, @Nullable String param, String code) {
	}

}
