package io.hilum.routing.completion;

import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.answer.AnswerForm;
import io.hilum.routing.answer.ErrorObject;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.tokens.TokenCounts;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Passes a whole answer on, byte for byte unless clients could not read it.
 */
final class WholeRelay implements Relay {

	private final Journey journey;

	private final AnswerStart start;

	private final AnswerForm form;

	private boolean complete;

	WholeRelay(Journey journey, AnswerStart start) {
		this.journey = journey;
		this.start = start;
		this.form = AnswerForm.of(journey.request().endpoint());
	}

	@Override
	public void accept(byte[] bytes, SynchronousSink<byte[]> sink) {
		AnswerForm.WholeAnswer answer = this.form.whole(bytes);
		if (answer == null) {
			sink.error(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
		}
		else if (answer.facts().error()) {
			sink.error(failure(bytes));
		}
		else {
			pass(answer, sink);
		}
	}

	private void pass(AnswerForm.WholeAnswer answer, SynchronousSink<byte[]> sink) {
		AnswerFacts facts = answer.facts();
		boolean charged = this.journey.request().endpoint() != Endpoint.COUNT_TOKENS;
		this.complete = true;
		this.journey.usage(charged ? facts.usage() : TokenCounts.NONE);
		this.journey.streamed((facts.usage() == null) ? Estimate.input(answer.bytes().length) : 0);
		this.start.begin(facts);
		sink.next(answer.bytes());
	}

	private static ProviderFailure failure(byte[] bytes) {
		ErrorObject error = ErrorObject.read(bytes, 0, bytes.length);
		return (error.status() > 0) ? ProviderFailure.answered(error.status(), error.body(), null)
				: ProviderFailure.of(ProviderFailure.Kind.BROKEN);
	}

	@Override
	public Mono<byte[]> end() {
		return this.complete ? Mono.empty() : Mono.error(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
	}

	@Override
	public boolean complete() {
		return this.complete;
	}

}
