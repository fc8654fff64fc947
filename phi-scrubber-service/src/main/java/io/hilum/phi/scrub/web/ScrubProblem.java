package io.hilum.phi.scrub.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.hilum.phi.detect.EntityType;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Why a request is not answered, as the caller is told. No message has a word of a text.
 */
sealed interface ScrubProblem {

	HttpStatus status();

	String code();

	String message();

	default @Nullable String param() {
		return null;
	}

	/** The error in OpenAI's form. */
	default Map<String, Object> body() {
		Map<String, @Nullable Object> error = new LinkedHashMap<>();
		error.put("message", message());
		error.put("type", status().is5xxServerError() ? "server_error" : "invalid_request_error");
		error.put("param", param());
		error.put("code", code());
		return Map.of("error", error);
	}

	default ScrubProblemException asException() {
		return new ScrubProblemException(this);
	}

	/**
	 * The request is not as the contract says.
	 *
	 * @param code what is wrong, for programs
	 * @param message what is wrong, for people
	 * @param param the field that is wrong
	 */
	record Invalid(String code, String message, @Nullable String param) implements ScrubProblem {

		@Override
		public HttpStatus status() {
			return HttpStatus.BAD_REQUEST;
		}

	}

	/**
	 * The request is larger than a bound.
	 *
	 * @param message which bound
	 */
	record TooLarge(String message) implements ScrubProblem {

		@Override
		public HttpStatus status() {
			return HttpStatus.CONTENT_TOO_LARGE;
		}

		@Override
		public String code() {
			return "request_too_large";
		}

	}

	/**
	 * The texts hold identifiers and the policy is to block them.
	 *
	 * @param counts how many of each type
	 */
	record Blocked(Map<EntityType, Integer> counts) implements ScrubProblem {

		@Override
		public HttpStatus status() {
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}

		@Override
		public String code() {
			return "phi_blocked";
		}

		@Override
		public String message() {
			StringBuilder list = new StringBuilder();
			this.counts.forEach(
					(type, count) -> list.append(list.isEmpty() ? "" : ", ").append(count).append(' ').append(type));
			return "The text holds identifiers of a patient and the policy of this role is to block them: " + list;
		}

		@Override
		public Map<String, Object> body() {
			Map<String, Object> body = new LinkedHashMap<>(ScrubProblem.super.body());
			body.put("counts", this.counts);
			return body;
		}

	}

	/**
	 * No thread is free and the queue is full, or the time is up.
	 *
	 * @param message which of both
	 */
	record Overloaded(String message) implements ScrubProblem {

		@Override
		public HttpStatus status() {
			return HttpStatus.SERVICE_UNAVAILABLE;
		}

		@Override
		public String code() {
			return "scrubber_overloaded";
		}

	}

	/**
	 * Something that is nobody's request's fault, or no path of this service.
	 *
	 * @param status the status
	 * @param code what is wrong, for programs
	 * @param message what is wrong, for people
	 */
	record Other(HttpStatus status, String code, String message) implements ScrubProblem {
	}

}
