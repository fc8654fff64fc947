package io.hilum.usage.problem.web;

import org.jspecify.annotations.Nullable;

/**
 * An error in OpenAI's form.
 *
 * @param error the one error
 */
record ProblemBody(Content error) {

	static ProblemBody of(String message, String type, @Nullable String param, String code) {
		return new ProblemBody(new Content(message, type, param, code));
	}

	/**
	 * What is wrong.
	 *
	 * @param message for people
	 * @param type the class of errors
	 * @param param the parameter that is wrong
	 * @param code the stable code
	 */
	record Content(String message, String type, @Nullable String param, String code) {
	}

}
