package io.hilum.routing.provider;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way to one provider. Whatever the provider's own dialect is, what comes back is
 * OpenAI's: one JSON document, or server-sent events if the call is streamed.
 */
public interface Provider {

	/**
	 * Call the provider.
	 * @param call what to send
	 * @return the answer: exactly one element that is the whole document, or the bytes of
	 * the stream as they arrive, cut anywhere. If the provider does not answer with
	 * success, a {@link ProviderFailure} and no element. Cancelling ends the call.
	 */
	Flux<byte[]> call(ProviderCall call);

	/**
	 * Ask for a response that the provider keeps.
	 * @param call what to ask
	 * @return the provider's answer, or a {@link ProviderFailure}; of a provider that
	 * keeps nothing as if the response were not there
	 */
	default Mono<byte[]> stored(StoredCall call) {
		return Mono.error(ProviderFailure.answered(404, new byte[0], null));
	}

	/**
	 * Read a response that the provider keeps as the stream that it was.
	 * @param call what is asked, which is {@link StoredCall#streamed()}
	 * @return the events as they come, or a {@link ProviderFailure}
	 */
	default Flux<byte[]> storedStream(StoredCall call) {
		return stored(call).flux();
	}

}
