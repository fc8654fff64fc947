package io.hilum.routing.completion.web;

import java.time.Duration;

import io.hilum.routing.problem.ProblemBody;
import io.hilum.routing.problem.RoutingProblem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * A problem as a response.
 */
public final class ProblemResponse {

	private ProblemResponse() {
	}

	/**
	 * Write it.
	 * @param response the response
	 * @param problem the problem
	 * @return completion
	 */
	public static Mono<Void> write(ServerHttpResponse response, RoutingProblem problem) {
		byte[] body = ProblemBody.of(problem);
		HttpHeaders headers = response.getHeaders();
		response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.setContentLength(body.length);
		headers.set("hilum-problem", problem.code());
		problem.retryAfter().ifPresent((pause) -> setRetryAfter(headers, pause));
		if (problem instanceof RoutingProblem.BudgetExceeded) {
			headers.set("x-should-retry", "false");
		}
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

	private static void setRetryAfter(HttpHeaders headers, Duration pause) {
		headers.set("retry-after-ms", Long.toString(pause.toMillis()));
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.ceilDiv(pause.toMillis(), 1000)));
	}

}
