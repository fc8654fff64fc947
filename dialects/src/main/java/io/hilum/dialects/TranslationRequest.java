package io.hilum.dialects;

import java.util.List;

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
 * @param betas the betas of Anthropic's API that the client wants and may have
 */
public record TranslationRequest(byte[] body, String model, boolean stream, @Nullable Integer maxOutput,
		long createdSeconds, List<String> betas) {

	/**
	 * A request without betas.
	 * @param body the body
	 * @param model what the provider calls the model
	 * @param stream whether the answer is streamed
	 * @param maxOutput the most tokens that the model can write
	 * @param createdSeconds the time of the request, in seconds since 1970
	 */
	public TranslationRequest(byte[] body, String model, boolean stream, @Nullable Integer maxOutput,
			long createdSeconds) {
		this(body, model, stream, maxOutput, createdSeconds, List.of());
	}

	@Override
	public String toString() {
		return "TranslationRequest[model=" + this.model + ", bytes=" + this.body.length + ", stream=" + this.stream
				+ "]";
	}

}
