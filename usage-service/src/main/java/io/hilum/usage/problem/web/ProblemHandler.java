package io.hilum.usage.problem.web;

import java.util.Locale;

import io.hilum.usage.problem.UsageProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers every failure in OpenAI's form. The causes of failures inside are logged by
 * their class, never told to the client.
 */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemHandler.class);

	private final JsonMapper json;

	ProblemHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		return switch (failure) {
			case UsageProblem problem -> answer(exchange, status(problem), ProblemBody
				.of(String.valueOf(problem.getMessage()), type(problem), problem.param(), problem.code()));
			case ResponseStatusException problem -> answer(exchange, problem.getStatusCode(), body(problem));
			case DataAccessException problem -> unavailable(exchange, problem);
			case TransactionException problem -> unavailable(exchange, problem);
			default -> failed(exchange, failure);
		};
	}

	private static HttpStatus status(UsageProblem problem) {
		return switch (problem) {
			case UsageProblem.Invalid invalid -> HttpStatus.BAD_REQUEST;
			case UsageProblem.Refused refused -> HttpStatus.FORBIDDEN;
			case UsageProblem.NotFound notFound -> HttpStatus.NOT_FOUND;
			case UsageProblem.Unavailable unavailable -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	private static String type(UsageProblem problem) {
		return switch (problem) {
			case UsageProblem.Invalid invalid -> "invalid_request_error";
			case UsageProblem.Refused refused -> "permission_error";
			case UsageProblem.NotFound notFound -> "invalid_request_error";
			case UsageProblem.Unavailable unavailable -> "server_error";
		};
	}

	private static ProblemBody body(ResponseStatusException problem) {
		HttpStatus status = HttpStatus.resolve(problem.getStatusCode().value());
		String reason = (status != null) ? status.getReasonPhrase() : "Error";
		return ProblemBody.of(reason, "invalid_request_error", null, reason.toLowerCase(Locale.ROOT).replace(' ', '_'));
	}

	private Mono<Void> unavailable(ServerWebExchange exchange, Throwable failure) {
		logger.warn("The store did not answer: {}", failure.getClass().getName());
		exchange.getResponse().getHeaders().set("Retry-After", "1");
		return answer(exchange, HttpStatus.SERVICE_UNAVAILABLE,
				ProblemBody.of("The store does not answer, try again", "server_error", null, "store_unavailable"));
	}

	private Mono<Void> failed(ServerWebExchange exchange, Throwable failure) {
		logger.error("A request failed", failure);
		return answer(exchange, HttpStatus.INTERNAL_SERVER_ERROR,
				ProblemBody.of("The request failed", "server_error", null, "internal_error"));
	}

	private Mono<Void> answer(ServerWebExchange exchange, HttpStatusCode status, ProblemBody body) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		byte[] bytes = this.json.writeValueAsBytes(body);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
	}

}
