package io.hilum.routing.completion;

import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.answer.AnswerForm;
import io.hilum.routing.answer.ErrorObject;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Passes a whole answer on, byte for byte unless clients could not read it.
 */
final class WholeRelay implements Relay {

	private static final byte[] NOTHING = {};

	private final Journey journey;

	private final AnswerStart start;

	private final AnswerForm form;

	private boolean complete;

	private @Nullable ProviderFailure failure;

	WholeRelay(Journey journey, AnswerStart start) {
		this.journey = journey;
		this.start = start;
		this.form = AnswerForm.of(journey.request().endpoint());
	}

	@Override
	public byte[] accept(byte[] bytes) {
		AnswerForm.WholeAnswer answer = this.form.whole(bytes);
		if (answer == null || answer.facts().error()) {
			this.failure = (answer == null) ? ProviderFailure.of(ProviderFailure.Kind.BROKEN) : failure(bytes);
			return NOTHING;
		}
		if (this.start.passesOver(answer.facts())) {
			this.failure = UpstreamProblems.filtered();
			return NOTHING;
		}
		begin(answer);
		return answer.bytes();
	}

	private void begin(AnswerForm.WholeAnswer answer) {
		AnswerFacts facts = answer.facts();
		boolean charged = this.journey.request().endpoint() != Endpoint.COUNT_TOKENS;
		this.complete = true;
		this.journey.usage(charged ? facts.usage() : TokenCounts.NONE);
		var unused = this.journey.tier(facts.tier());
		this.journey.streamed((facts.usage() == null) ? Estimate.input(answer.bytes().length) : 0);
		this.start.begin(facts);
	}

	private static ProviderFailure failure(byte[] bytes) {
		ErrorObject error = ErrorObject.read(bytes, 0, bytes.length);
		return (error.status() > 0) ? ProviderFailure.answered(error.status(), error.body(), null)
				: ProviderFailure.of(ProviderFailure.Kind.BROKEN);
	}

	@Override
	public Mono<byte[]> end() {
		ProviderFailure cause = (this.failure != null) ? this.failure : ProviderFailure.of(ProviderFailure.Kind.BROKEN);
		return this.complete ? Mono.empty() : Mono.error(cause);
	}

	@Override
	public boolean failed() {
		return this.failure != null;
	}

	@Override
	public boolean complete() {
		return this.complete;
	}

}
