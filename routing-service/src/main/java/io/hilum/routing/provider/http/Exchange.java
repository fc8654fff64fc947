package io.hilum.routing.provider.http;

import java.time.Clock;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderFailure;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is sent for one call and how its answer is read: translated, or byte for byte
 * where client and provider speak the same dialect.
 */
final class Exchange {

	private final byte[] request;

	private final @Nullable Translation translation;

	private Exchange(byte[] request, @Nullable Translation translation) {
		this.request = request;
		this.translation = translation;
	}

	/**
	 * Begin an exchange.
	 * @param call the call
	 * @param dialect the provider's dialect
	 * @param clock tells answers their time
	 * @return the exchange
	 * @throws ProviderFailure if the provider's dialect cannot say what is asked
	 */
	static Exchange begin(ProviderCall call, HttpDialect dialect, Clock clock) {
		Translator translator = dialect.translator(call.endpoint());
		if (translator == null) {
			return new Exchange(call.body(), null);
		}
		try {
			Translation translation = translator.translate(new TranslationRequest(call.body(), call.model(),
					call.stream(), call.maxOutput(), clock.instant().getEpochSecond()));
			return new Exchange(translation.request(), translation);
		}
		catch (UntranslatableException ex) {
			throw ProviderFailure.untranslatable(ex.param(), ex.getMessage());
		}
	}

	byte[] request() {
		return this.request;
	}

	byte[] answer(byte[] body) {
		return (this.translation != null) ? this.translation.answer(body) : body;
	}

	byte[] error(int status, byte[] body) {
		return (this.translation != null) ? this.translation.error(status, body) : body;
	}

	Flux<byte[]> stream(Flux<byte[]> parts) {
		if (this.translation == null) {
			return parts;
		}
		AnswerStream answer = this.translation.stream();
		return parts.map(answer::accept)
			.concatWith(Mono.fromSupplier(answer::end))
			.filter((events) -> events.length > 0);
	}

}
