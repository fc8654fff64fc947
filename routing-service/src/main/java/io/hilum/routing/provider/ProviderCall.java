package io.hilum.routing.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.body.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * One call of a provider.
 *
 * @param id the id under which it is in our books, so that it can be found in the
 * provider's
 * @param endpoint the operation
 * @param model what the provider calls the model
 * @param body the body to send, as UTF-8
 * @param stream whether the answer is streamed
 * @param maxOutput the most tokens that the model can write, if the catalogue says so
 * @param headers the headers that the catalogue adds and takes away
 * @param betas the betas of Anthropic's API that are asked for and allowed
 * @param exit looks at the body before it is sent
 */
public record ProviderCall(String id, Endpoint endpoint, String model, byte[] body, boolean stream,
		@Nullable Integer maxOutput, HeaderRules headers, List<String> betas, Exit exit) {

	/**
	 * A call with the usual headers, without betas and without a look at its body.
	 * @param id the id under which it is in our books
	 * @param endpoint the operation
	 * @param model what the provider calls the model
	 * @param body the body to send, as UTF-8
	 * @param stream whether the answer is streamed
	 * @param maxOutput the most tokens that the model can write, if the catalogue says so
	 */
	public ProviderCall(String id, Endpoint endpoint, String model, byte[] body, boolean stream,
			@Nullable Integer maxOutput) {
		this(id, endpoint, model, body, stream, maxOutput, HeaderRules.NONE, List.of(), Exit.OPEN);
	}

	/**
	 * The same call as another operation.
	 * @param other the operation
	 * @param translated the body to send
	 * @return the call
	 */
	public ProviderCall as(Endpoint other, byte[] translated) {
		return new ProviderCall(this.id, other, this.model, translated, this.stream, this.maxOutput, this.headers,
				this.betas, this.exit);
	}

	/**
	 * Headers that a catalogue adds and takes away.
	 *
	 * @param add names and values
	 * @param remove names
	 */
	public record HeaderRules(Map<String, String> add, Set<String> remove) {

		/**
		 * The usual headers.
		 */
		public static final HeaderRules NONE = new HeaderRules(Map.of(), Set.of());

	}

	@Override
	public String toString() {
		return "ProviderCall[id=" + this.id + ", endpoint=" + this.endpoint + ", model=" + this.model + ", bytes="
				+ this.body.length + ", stream=" + this.stream + "]";
	}

}
