package io.hilum.gateway.models;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

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

}
