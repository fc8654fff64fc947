package io.hilum.portal.problem.web;

import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.text.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers every failure in OpenAI's form. What others say in their messages is neither
 * told nor logged, since it may quote what a person wrote.
 */
@Component
@Order(-2)
class ProblemWebExceptionHandler implements WebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemWebExceptionHandler.class);

	private static final String RETRY_AFTER_SECONDS = "2";

	private final JsonMapper json;

	ProblemWebExceptionHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		if (failure instanceof ResponseStatusException known) {
			return answer(exchange.getResponse(), known.getStatusCode(), ErrorV1.of(known));
		}
		PortalProblem problem = problem(failure);
		if (problem.code().isTransient()) {
			exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		return answer(exchange.getResponse(), HttpStatusCode.valueOf(problem.code().status()), ErrorV1.of(problem));
	}

	private static PortalProblem problem(Throwable failure) {
		return switch (failure) {
			case PortalProblem problem -> problem;
			case KeyKeeperException away -> {
				logger.warn("Keys of people are not to be had: {}", away.getMessage());
				yield PortalProblem.of(ProblemCode.SEALING_UNAVAILABLE,
						"The keys that seal conversations are not to be had at the moment; try again shortly");
			}
			case SealBrokenException broken -> {
				logger.error("Stored content does not open at {}", Origin.of(broken));
				yield PortalProblem.of(ProblemCode.INTEGRITY_BROKEN,
						"Stored content was changed or moved and is not returned");
			}
			case DataAccessException away -> storeUnavailable(away);
			case TransactionException away -> storeUnavailable(away);
			default -> {
				logger.error("Request failed with {}", Origin.of(failure));
				yield PortalProblem.of(ProblemCode.INTERNAL_ERROR, "The service failed to answer");
			}
		};
	}

	private static PortalProblem storeUnavailable(Throwable away) {
		logger.warn("The store did not answer: {}", Origin.of(away));
		return PortalProblem.of(ProblemCode.STORE_UNAVAILABLE, "The store does not answer, try again");
	}

	private Mono<Void> answer(ServerHttpResponse response, HttpStatusCode status, ErrorV1 error) {
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(this.json.writeValueAsBytes(error))));
	}

}
