package io.hilum.agents.problem.web;

import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.problem.ErrorBody;
import io.hilum.trust.text.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers every failure in OpenAI's form.
 */
@Component
@Order(-2)
class ProblemWebExceptionHandler implements WebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemWebExceptionHandler.class);

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.error(thrown);
		}
		Throwable failure = (thrown instanceof ResponseStatusException known) ? known(known) : thrown;
		response.setStatusCode(HttpStatusCode.valueOf(500));
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		if (failure instanceof AgentProblem problem) {
			response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
			response.getHeaders().set("hilum-problem", problem.code());
			problem.headers().forEach(response.getHeaders()::set);
		}
		else {
			logger.error("Request failed with {} at {}", failure.getClass().getName(), Origin.of(failure));
		}
		return response.writeWith(Mono.just(response.bufferFactory().wrap(ErrorBody.of(failure))));
	}

	private static AgentProblem known(ResponseStatusException thrown) {
		int status = thrown.getStatusCode().value();
		return AgentProblem.passedOn(status, (status < 500) ? "invalid_request_error" : "server_error",
				(status == 404) ? "not_found" : "invalid_request", "There is nothing here for this request",
				java.util.Map.of());
	}

}
