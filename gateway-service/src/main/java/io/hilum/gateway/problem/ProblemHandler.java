package io.hilum.gateway.problem;

import reactor.core.publisher.Mono;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers every exception of every path in the form that the path has, the framework's
 * own included.
 */
@Component
class ProblemHandler implements ErrorWebExceptionHandler, Ordered {

	@Override
	public int getOrder() {
		return -10;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.error(thrown);
		}
		ProblemResponse problem = ProblemResponse.of(Problems.from(thrown));
		byte[] body = body(exchange, problem);
		response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(body.length);
		problem.headers().forEach(response.getHeaders()::set);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

	private static byte[] body(ServerWebExchange exchange, ProblemResponse problem) {
		String path = exchange.getRequest().getPath().pathWithinApplication().value();
		String requestId = exchange.getResponse().getHeaders().getFirst("x-request-id");
		return ErrorForm.of(path).body(problem.status(), problem.body(), (requestId != null) ? requestId : "");
	}

}
