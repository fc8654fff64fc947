package io.hilum.agents.body;

import io.hilum.agents.problem.AgentProblem;
import io.hilum.loops.http.Bytes;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The whole body of a request, within a bound.
 */
public final class RequestBody {

	private RequestBody() {
	}

	/**
	 * Read the body of a request.
	 * @param request the request
	 * @param most the most bytes that it may have
	 * @return its bytes, none if it has no body, or an {@link AgentProblem} if it is
	 * longer
	 */
	public static Mono<byte[]> of(ServerHttpRequest request, long most) {
		return DataBufferUtils.join(request.getBody(), Math.toIntExact(most))
			.map(Bytes::of)
			.defaultIfEmpty(new byte[0])
			.onErrorMap(DataBufferLimitException.class, (ex) -> AgentProblem.tooLarge(most));
	}

}
