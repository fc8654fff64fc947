package io.hilum.routing.provider.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What an answer without success means.
 *
 * @param status the HTTP status that says it
 * @param retryAfter when the provider wants to be asked again, if it said so
 * @param body what it says, maybe cut, maybe not JSON
 */
public record Refusal(int status, @Nullable Duration retryAfter, byte[] body) {

	/**
	 * The headers of an answer.
	 */
	@FunctionalInterface
	public interface Head {

		/**
		 * A header.
		 * @param name its name
		 * @return its first value or {@code null}
		 */
		@Nullable String get(String name);

	}

	@Override
	public String toString() {
		return "Refusal[status=" + this.status + ", bytes=" + this.body.length + "]";
	}

}
