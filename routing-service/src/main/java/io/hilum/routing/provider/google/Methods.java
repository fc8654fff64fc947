package io.hilum.routing.provider.google;

import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;

/**
 * The methods of Google's models that the operations of clients become.
 */
final class Methods {

	/** For operations that no method stands for. */
	static final Translator NONE = (request) -> {
		throw new UntranslatableException("model", "Google does not serve this operation");
	};

	private Methods() {
	}

	static String of(ProviderCall call, String embed) {
		if (call.endpoint() == Endpoint.EMBEDDINGS) {
			return embed;
		}
		return call.stream() ? "streamGenerateContent?alt=sse" : "generateContent";
	}

}
