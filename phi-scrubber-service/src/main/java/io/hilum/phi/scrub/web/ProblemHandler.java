package io.hilum.phi.scrub.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Tells the caller what went wrong, in OpenAI's form. Logs the class of what is
 * unexpected and never its message, which may quote a text.
 */
class ProblemHandler implements WebExceptionHandler, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ProblemHandler.class);

	private final JsonMapper json;

	ProblemHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public int getOrder() {
		return -2;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.error(thrown);
		}
		ScrubProblem problem = problem(thrown);
		response.setStatusCode(problem.status());
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			response.getHeaders().set("Retry-After", "1");
		}
		DataBuffer body = response.bufferFactory().wrap(this.json.writeValueAsBytes(problem.body()));
		return response.writeWith(Mono.just(body));
	}

	private static ScrubProblem problem(Throwable thrown) {
		if (thrown instanceof ScrubProblemException expected) {
			return expected.problem();
		}
		if (thrown instanceof DataBufferLimitException || thrown.getCause() instanceof DataBufferLimitException) {
			return new ScrubProblem.TooLarge("The body of the request is too large");
		}
		if (thrown instanceof ResponseStatusException refused && refused.getStatusCode().is4xxClientError()) {
			HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
			String code = (status == HttpStatus.NOT_FOUND) ? "not_found" : "invalid_request";
			return new ScrubProblem.Other(status, code, status.getReasonPhrase());
		}
		logger.error("A request failed: {}", thrown.getClass().getName());
		return new ScrubProblem.Other(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "The request failed");
	}

}
