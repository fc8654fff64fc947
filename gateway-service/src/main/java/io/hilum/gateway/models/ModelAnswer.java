package io.hilum.gateway.models;

import java.io.ByteArrayOutputStream;
import java.util.Map;

import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The beginning of an answer of routing-service.
 *
 * @param status the HTTP status
 * @param headers its headers, names in lower case
 * @param streamed whether the body is a stream of events
 * @param body the body, which must be consumed or cancelled
 */
public record ModelAnswer(int status, Map<String, String> headers, boolean streamed, Flux<byte[]> body) {

	/**
	 * There is no answer.
	 */
	public static final ModelAnswer NONE = new ModelAnswer(0, Map.of(), false, Flux.empty());

	/**
	 * A header.
	 * @param name its name in lower case
	 * @return its value
	 */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	/**
	 * Whether it succeeded.
	 * @return {@code true} for a status of 200 to 299
	 */
	public boolean ok() {
		return this.status >= 200 && this.status < 300;
	}

	/**
	 * The body as a whole.
	 * @param max the largest body, in bytes
	 * @return the bytes, or a {@link GatewayProblem.Unavailable} if there are more
	 */
	public Mono<byte[]> whole(long max) {
		return this.body.collect(ByteArrayOutputStream::new, (all, bytes) -> {
			if (all.size() + bytes.length > max) {
				throw new GatewayProblem.Unavailable("answer_too_large",
						"The answer has more than " + max + " bytes, the most that this gateway passes on")
					.asException();
			}
			all.writeBytes(bytes);
		}).map(ByteArrayOutputStream::toByteArray);
	}

}
