package io.hilum.routing.answer;

import io.hilum.dialects.sse.EventData;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a message (Anthropic, Messages API). It ends with
 * {@code message_stop}; the usage is in {@code message_start} and, counted further, in
 * {@code message_delta}; an event {@code error} cuts it.
 */
final class MessageStream implements StreamReader, JsonWalk.Visitor {

	private static final byte[] TYPE = JsonWalk.ascii("type");

	private static final byte[] ERROR = JsonWalk.ascii("error");

	private static final byte[] USAGE = JsonWalk.ascii("usage");

	private static final byte[] STOP = JsonWalk.ascii("message_stop");

	private static final byte[] DELTA = JsonWalk.ascii("message_delta");

	private static final byte[] PING = JsonWalk.ascii("ping");

	private static final byte[][] TEXTS = { JsonWalk.ascii("text"), JsonWalk.ascii("partial_json"),
			JsonWalk.ascii("thinking") };

	private final TextCount text = new TextCount();

	private final UsageObject counts = new UsageObject();

	private @Nullable String model;

	private boolean begun;

	private boolean counted;

	private boolean hasUsage;

	private boolean error;

	private boolean stop;

	private boolean ping;

	private int end;

	@Override
	public Step read(EventData data) {
		if (data.isDone()) {
			return Step.DROP;
		}
		this.hasUsage = false;
		this.error = false;
		this.stop = false;
		this.ping = false;
		this.end = data.end();
		if (!data.isObject() || !JsonWalk.over(data.bytes(), data.start(), data.end(), this)) {
			return Step.BROKEN;
		}
		if (this.error) {
			return Step.ERROR;
		}
		if (this.hasUsage) {
			note(data);
		}
		if (this.ping && !this.begun) {
			return Step.HOLD;
		}
		this.begun = true;
		return this.stop ? Step.LAST : Step.PASS;
	}

	private void note(EventData data) {
		AnswerFacts facts = AnswerReader.read(data.bytes(), data.start(), data.end(), this.counts);
		if (facts != null && facts.model() != null) {
			this.model = facts.model();
		}
	}

	@Override
	public void member(byte[] bytes, int depth, int name, int nameEnd, int value) {
		if (depth == 1 && JsonWalk.is(bytes, name, nameEnd, TYPE)) {
			int typeEnd = JsonWalk.endOfString(bytes, value + 1, this.end);
			this.stop = JsonWalk.is(bytes, value + 1, typeEnd, STOP);
			this.counted |= JsonWalk.is(bytes, value + 1, typeEnd, DELTA);
			this.ping = JsonWalk.is(bytes, value + 1, typeEnd, PING);
			this.error |= JsonWalk.is(bytes, value + 1, typeEnd, ERROR);
		}
		else if (depth == 1 && JsonWalk.is(bytes, name, nameEnd, ERROR)) {
			this.error |= bytes[value] != 'n';
		}
		else if (depth <= 2 && JsonWalk.is(bytes, name, nameEnd, USAGE)) {
			this.hasUsage = bytes[value] == '{';
		}
		else if (depth == 2) {
			count(bytes, name, nameEnd, value);
		}
	}

	private void count(byte[] bytes, int name, int nameEnd, int value) {
		for (byte[] wanted : TEXTS) {
			if (JsonWalk.is(bytes, name, nameEnd, wanted)) {
				this.text.add(bytes, value, this.end);
			}
		}
	}

	@Override
	public @Nullable String model() {
		return this.model;
	}

	@Override
	public @Nullable String tier() {
		return this.counts.tier();
	}

	/**
	 * The first event tells the input and an output that has only begun: until the last
	 * count comes, what was streamed counts.
	 */
	@Override
	public @Nullable TokenCounts usage() {
		if (!this.counts.isKnown()) {
			return null;
		}
		TokenCounts told = this.counts.counts();
		return this.counted ? told : told.withOutput(Math.max(told.output(), this.text.tokens()));
	}

	@Override
	public long streamedTokens() {
		return this.text.tokens();
	}

}
