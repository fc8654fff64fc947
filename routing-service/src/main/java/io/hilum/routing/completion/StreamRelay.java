package io.hilum.routing.completion;

import java.io.ByteArrayOutputStream;

import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.answer.AnswerForm;
import io.hilum.routing.answer.ErrorObject;
import io.hilum.routing.answer.StreamReader;
import io.hilum.routing.provider.ProviderFailure;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Passes the events of a stream on as they come, whole events only. Nothing is passed on
 * behind the last event, and no event that is not the dialect's. What a stream says
 * before its first event with an answer waits for that one, so that another deployment
 * can still be asked.
 */
final class StreamRelay implements Relay {

	private final Journey journey;

	private final AnswerStart start;

	private final StreamReader reader;

	private final EventScanner scanner;

	private final int maxEventBytes;

	private final ByteArrayOutputStream held = new ByteArrayOutputStream(0);

	private final Passage passage = new Passage();

	private boolean begun;

	private boolean done;

	private @Nullable ProviderFailure failure;

	StreamRelay(Journey journey, AnswerStart start, int maxEventBytes) {
		this.journey = journey;
		this.start = start;
		this.reader = AnswerForm.of(journey.request().endpoint()).stream(journey.request().body().usageAsked());
		this.scanner = new EventScanner(maxEventBytes);
		this.maxEventBytes = maxEventBytes;
	}

	@Override
	public byte[] accept(byte[] bytes) {
		if (!this.scanner.take(bytes, this::event)) {
			fail(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
		}
		this.journey.streamed(this.reader.streamedTokens());
		return this.passage.drain();
	}

	@Override
	public boolean failed() {
		return this.failure != null;
	}

	@Override
	public Mono<byte[]> end() {
		if (!this.done && this.failure == null) {
			this.scanner.end(this::event);
			byte[] missing = this.reader.missingLast();
			if (!this.done && this.failure == null && missing != null) {
				last(missing, 0, missing.length);
			}
		}
		byte[] left = this.passage.drain();
		Mono<byte[]> rest = (left.length > 0) ? Mono.just(left) : Mono.empty();
		if (complete()) {
			return rest;
		}
		ProviderFailure cause = (this.failure != null) ? this.failure : ProviderFailure.of(ProviderFailure.Kind.BROKEN);
		return Mono.error(cause);
	}

	private void event(byte[] bytes, int eventStart, int eventEnd) {
		if (this.done || this.failure != null) {
			return;
		}
		EventData data = EventData.of(bytes, eventStart, eventEnd);
		if (data.isEmpty()) {
			if (this.begun) {
				this.passage.add(bytes, eventStart, eventEnd);
			}
			return;
		}
		switch (this.reader.read(data)) {
			case PASS -> pass(bytes, eventStart, eventEnd);
			case REWRITE -> pass(this.reader.rewritten(), 0, this.reader.rewritten().length);
			case LAST -> last(bytes, eventStart, eventEnd);
			case HOLD -> hold(bytes, eventStart, eventEnd);
			case DROP -> note();
			case ERROR -> fail(failure(data));
			case BROKEN -> fail(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
		}
	}

	private void pass(byte[] bytes, int from, int to) {
		if (this.begun || begin()) {
			this.passage.add(bytes, from, to);
		}
	}

	private boolean begin() {
		AnswerFacts facts = new AnswerFacts(this.reader.model(), this.reader.usage(), false, true,
				this.reader.filtered(), this.reader.tier());
		if (this.start.passesOver(facts)) {
			this.failure = UpstreamProblems.filtered();
			return false;
		}
		this.begun = true;
		this.start.begin(facts);
		this.passage.add(this.held.toByteArray(), 0, this.held.size());
		return true;
	}

	private void last(byte[] bytes, int from, int to) {
		byte[] before = this.reader.beforeLast();
		if (before.length > 0) {
			pass(before, 0, before.length);
		}
		pass(bytes, from, to);
		note();
		this.done = true;
	}

	private void note() {
		this.journey.usage(this.reader.usage());
		var unused = this.journey.tier(this.reader.tier());
	}

	private void hold(byte[] bytes, int from, int to) {
		if (this.held.size() + to - from > this.maxEventBytes) {
			fail(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
			return;
		}
		this.held.write(bytes, from, to - from);
	}

	private void fail(ProviderFailure cause) {
		note();
		this.failure = cause;
	}

	private static ProviderFailure failure(EventData data) {
		ErrorObject error = ErrorObject.read(data.bytes(), data.start(), data.end());
		return (error.status() > 0) ? ProviderFailure.answered(error.status(), error.body(), null)
				: ProviderFailure.of(ProviderFailure.Kind.BROKEN);
	}

	@Override
	public boolean complete() {
		return this.done && this.failure == null;
	}

}
