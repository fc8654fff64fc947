package io.hilum.routing.provider;

import io.hilum.dialects.Chain;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.Translator;
import io.hilum.dialects.messages.MessagesToChat;
import io.hilum.dialects.openai.CompletionsToChat;
import io.hilum.dialects.openai.ResponsesToChat;
import io.hilum.routing.body.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The way of an operation from the client's dialect to the provider's: as it is, by the
 * provider's own translator, or over a chat completion, which every provider takes.
 *
 * @param endpoint the operation that the provider is asked for
 * @param translator what translates, or {@code null} if bytes go on as they come
 */
record Route(Endpoint endpoint, @Nullable Translator translator) {

	/**
	 * Find the way.
	 * @param endpoint the operation that the client asks for
	 * @param model what the provider calls the model
	 * @param dialect what the provider speaks
	 * @param maxEventBytes how long one event of a streamed answer may be
	 * @return the way
	 * @throws ProviderFailure if there is none
	 */
	static Route of(Endpoint endpoint, String model, ProviderDialect dialect, int maxEventBytes) {
		if (dialect.speaks(endpoint, model)) {
			return new Route(endpoint, dialect.translator(endpoint));
		}
		StreamTranslator fromChat = dialect.chat();
		StreamTranslator toChat = toChat(endpoint, dialect.limitField(), fromChat != null, maxEventBytes);
		return new Route(Endpoint.CHAT_COMPLETIONS, (fromChat != null) ? new Chain(toChat, fromChat) : toChat);
	}

	private static StreamTranslator toChat(Endpoint endpoint, String limitField, boolean keepsThinking,
			int maxEventBytes) {
		return switch (endpoint) {
			case RESPONSES -> new ResponsesToChat(limitField, maxEventBytes);
			case MESSAGES -> new MessagesToChat(limitField, keepsThinking, maxEventBytes);
			case COMPLETIONS -> new CompletionsToChat(limitField, maxEventBytes);
			case CHAT_COMPLETIONS, EMBEDDINGS, COUNT_TOKENS -> throw ProviderFailure.untranslatable("model",
					"The provider of this model does not support " + endpoint.eventName());
		};
	}

}
