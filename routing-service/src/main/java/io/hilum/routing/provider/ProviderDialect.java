package io.hilum.routing.provider;

import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.Translator;
import io.hilum.routing.body.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Which operations a provider takes, and in which dialect.
 */
public interface ProviderDialect {

	/**
	 * Whether the provider takes an operation, as it is or with a translator of its own.
	 * Any other one becomes a chat completion first.
	 * @param endpoint the operation, in the client's dialect
	 * @param model what the provider calls the model, since some providers have models
	 * with dialects of their own
	 * @return {@code true} if it does
	 */
	default boolean speaks(Endpoint endpoint, String model) {
		return endpoint == Endpoint.CHAT_COMPLETIONS || endpoint == Endpoint.EMBEDDINGS;
	}

	/**
	 * What translates a chat completion, by which the operations go that the provider
	 * does not speak.
	 * @return the translator, or {@code null} if the provider speaks chat itself
	 */
	default @Nullable StreamTranslator chat() {
		return null;
	}

	/**
	 * What translates an operation that the provider speaks.
	 * @param endpoint the operation, in the client's dialect
	 * @return the translator, or {@code null} if the provider speaks the client's dialect
	 * and bytes go on as they come
	 */
	default @Nullable Translator translator(Endpoint endpoint) {
		return (endpoint == Endpoint.CHAT_COMPLETIONS) ? chat() : null;
	}

	/**
	 * Where the provider expects the most output tokens of a chat completion that was
	 * asked for in another dialect.
	 * @return {@code max_tokens} or {@code max_completion_tokens}
	 */
	default String limitField() {
		return "max_tokens";
	}

}
