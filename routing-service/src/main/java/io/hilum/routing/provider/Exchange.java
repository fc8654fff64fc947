package io.hilum.routing.provider;

import java.time.Clock;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.UntranslatableException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is sent for one call and how its answer is read: translated, or byte for byte
 * where client and provider speak the same dialect.
 */
public final class Exchange {

	private final ProviderCall call;

	private final @Nullable Translation translation;

	private Exchange(ProviderCall call, @Nullable Translation translation) {
		this.call = call;
		this.translation = translation;
	}

	/**
	 * Begin an exchange.
	 * @param call the call
	 * @param dialect what the provider speaks
	 * @param maxEventBytes how long one event of a streamed answer may be
	 * @param clock tells answers their time
	 * @return the exchange
	 * @throws ProviderFailure if the provider's dialect cannot say what is asked, or
	 * would not stream it, or if what would be sent must not leave
	 */
	public static Exchange begin(ProviderCall call, ProviderDialect dialect, int maxEventBytes, Clock clock) {
		Route route = Route.of(call.endpoint(), call.model(), dialect, maxEventBytes);
		if (route.translator() == null) {
			call.exit().look(call.body());
			return new Exchange(call, null);
		}
		try {
			Translation translation = route.translator()
				.translate(new TranslationRequest(call.body(), call.model(), call.stream(), call.maxOutput(),
						clock.instant().getEpochSecond(), call.betas()));
			if (call.stream() && !(translation instanceof StreamTranslation)) {
				throw new UntranslatableException("stream",
						"The provider of this model does not stream this operation");
			}
			call.exit().look(translation.request());
			return new Exchange(call.as(route.endpoint(), translation.request()), translation);
		}
		catch (UntranslatableException ex) {
			throw ProviderFailure.untranslatable(ex.param(), ex.getMessage());
		}
	}

	/**
	 * The call as the provider takes it.
	 * @return the call
	 */
	public ProviderCall call() {
		return this.call;
	}

	/**
	 * Read a whole answer.
	 * @param body what the provider answered
	 * @return the same in the client's dialect
	 */
	public byte[] answer(byte[] body) {
		return (this.translation != null) ? this.translation.answer(body) : body;
	}

	/**
	 * Read a refusal.
	 * @param status the HTTP status
	 * @param body what the provider said
	 * @return the same in OpenAI's form
	 */
	public byte[] error(int status, byte[] body) {
		return (this.translation != null) ? this.translation.error(status, body) : body;
	}

	/**
	 * Read a streamed answer.
	 * @param parts the provider's bytes, cut anywhere
	 * @return the same in the client's dialect
	 */
	public Flux<byte[]> stream(Flux<byte[]> parts) {
		if (!(this.translation instanceof StreamTranslation streamed)) {
			return parts;
		}
		AnswerStream answer = streamed.stream();
		return parts.map(answer::accept)
			.concatWith(Mono.fromSupplier(answer::end))
			.filter((events) -> events.length > 0);
	}

}
