package io.hilum.dialects;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks, in its own dialect.
 *
 * @param body the body, one JSON object in UTF-8, already checked to be well-formed and
 * without duplicate names
 * @param model what the provider calls the model
 * @param stream whether the answer is streamed
 * @param maxOutput the most tokens that the model can write, for providers that want a
 * limit with each request; {@code null} if it is not known
 * @param createdSeconds the time of the request for dialects whose answers carry one, in
 * seconds since 1970
 */
public record TranslationRequest(byte[] body, String model, boolean stream, @Nullable Integer maxOutput,
		long createdSeconds) {

	@Override
	public String toString() {
		return "TranslationRequest[model=" + this.model + ", bytes=" + this.body.length + ", stream=" + this.stream
				+ "]";
	}

}
