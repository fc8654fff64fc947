package io.hilum.routing.completion;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.answer.AnswerReader;
import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.tokens.Estimate;
import reactor.core.publisher.SynchronousSink;

/**
 * Passes the events of a stream on as they come, whole events only. The usage at the end
 * is noted, and kept back from a client that did not ask for it. Nothing is passed on
 * behind {@code [DONE]}, and no event that is not the dialect's.
 */
final class StreamRelay implements Relay {

	private static final byte[] USAGE = ascii("\"usage\"");

	private static final byte[] ERROR = ascii("\"error\"");

	private static final List<byte[]> TEXTS = List.of(ascii("\"content\":\""), ascii("\"content\": \""),
			ascii("\"arguments\":\""), ascii("\"reasoning_content\":\""));

	private final Journey journey;

	private final AnswerStart start;

	private final EventScanner scanner;

	private final ByteArrayOutputStream passedOn = new ByteArrayOutputStream(512);

	private boolean begun;

	private boolean done;

	private boolean broken;

	private long textEvents;

	private long textBytes;

	StreamRelay(Journey journey, AnswerStart start, int maxEventBytes) {
		this.journey = journey;
		this.start = start;
		this.scanner = new EventScanner(maxEventBytes);
	}

	@Override
	public void accept(byte[] bytes, SynchronousSink<byte[]> sink) {
		boolean shortEnough = this.scanner.take(bytes, this::event);
		this.journey.streamed(Estimate.output(this.textEvents, this.textBytes));
		if (this.passedOn.size() > 0) {
			sink.next(this.passedOn.toByteArray());
			this.passedOn.reset();
		}
		if (this.broken || !shortEnough) {
			sink.error(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
		}
	}

	private void event(byte[] bytes, int eventStart, int eventEnd) {
		if (this.done || this.broken) {
			return;
		}
		EventData data = EventData.of(bytes, eventStart, eventEnd);
		if (data.isEmpty() || data.isDone()) {
			this.done = data.isDone();
			this.broken = this.done && !this.begun;
		}
		else if (!note(data)) {
			return;
		}
		if (this.begun) {
			this.passedOn.write(bytes, eventStart, eventEnd - eventStart);
		}
	}

	/**
	 * Note what an event says.
	 * @return whether it is passed on
	 */
	private boolean note(EventData data) {
		boolean worthReading = !this.begun || data.has(USAGE) || data.has(ERROR);
		AnswerFacts facts = worthReading ? AnswerReader.read(data.bytes(), data.start(), data.end()) : null;
		this.broken = worthReading ? facts == null || facts.error() : !data.isObject();
		if (this.broken) {
			return false;
		}
		countText(data);
		return facts == null || note(facts);
	}

	private boolean note(AnswerFacts facts) {
		this.journey.usage(facts.usage());
		if (!this.begun) {
			this.begun = true;
			this.start.begin(facts);
		}
		boolean usageOnly = facts.usage() != null && facts.choicesEmpty();
		return !usageOnly || this.journey.request().body().usageAsked();
	}

	private void countText(EventData data) {
		for (byte[] name : TEXTS) {
			int at = data.indexOf(name);
			int length = (at >= 0) ? data.stringLength(at + name.length) : 0;
			if (length > 0) {
				this.textEvents++;
				this.textBytes += length;
				return;
			}
		}
	}

	@Override
	public boolean complete() {
		return this.done && !this.broken;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
