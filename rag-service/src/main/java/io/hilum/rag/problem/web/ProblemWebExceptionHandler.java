package io.hilum.rag.problem.web;

import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.text.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers every failure in OpenAI's form. What is not a {@link RagProblem} is told by its
 * status only, since a message of a library may quote the request.
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
	public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
		Throwable failure = (thrown instanceof KeyKeeperException away) ? sealingUnavailable(away) : thrown;
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.error(failure);
		}
		ErrorV1 error = ErrorV1.of(failure);
		response.setStatusCode(HttpStatusCode.valueOf(status(failure)));
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		if (failure instanceof RagProblem problem && problem.code().isTransient()) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		DataBuffer body = response.bufferFactory().wrap(this.json.writeValueAsBytes(error));
		return response.writeWith(Mono.just(body));
	}

	private static RagProblem sealingUnavailable(KeyKeeperException away) {
		logger.warn("Keys of collections are not to be had: {}", away.getMessage());
		return RagProblem.of(ProblemCode.SEALING_UNAVAILABLE,
				"The keys that seal documents are not to be had at the moment; try again shortly");
	}

	private static int status(Throwable failure) {
		return switch (failure) {
			case RagProblem problem -> problem.code().status();
			case ResponseStatusException known -> known.getStatusCode().value();
			case SealBrokenException broken -> {
				logger.error("Stored content does not open at {}", Origin.of(broken));
				yield ProblemCode.INTEGRITY_BROKEN.status();
			}
			default -> {
				// The message may quote what a person wrote, the trace does not.
				logger.error("Request failed with {} at {}", failure.getClass().getName(), Origin.of(failure));
				yield ProblemCode.INTERNAL_ERROR.status();
			}
		};
	}

}
