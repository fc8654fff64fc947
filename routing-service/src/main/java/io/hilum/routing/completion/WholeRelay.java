package io.hilum.routing.completion;

import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.answer.AnswerReader;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.tokens.Estimate;
import reactor.core.publisher.SynchronousSink;

/**
 * Passes a whole answer on, byte for byte.
 */
final class WholeRelay implements Relay {

	private final Journey journey;

	private final AnswerStart start;

	private boolean complete;

	WholeRelay(Journey journey, AnswerStart start) {
		this.journey = journey;
		this.start = start;
	}

	@Override
	public void accept(byte[] bytes, SynchronousSink<byte[]> sink) {
		AnswerFacts facts = AnswerReader.read(bytes, 0, bytes.length);
		if (facts == null || facts.error()) {
			sink.error(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
			return;
		}
		this.complete = true;
		this.journey.usage(facts.usage());
		this.journey.streamed((facts.usage() == null) ? Estimate.input(bytes.length) : 0);
		this.start.begin(facts);
		sink.next(bytes);
	}

	@Override
	public boolean complete() {
		return this.complete;
	}

}
