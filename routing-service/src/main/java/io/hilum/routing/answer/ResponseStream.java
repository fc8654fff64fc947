package io.hilum.routing.answer;

import io.hilum.dialects.sse.EventData;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a response (OpenAI, Responses API). It ends with
 * {@code response.completed}, {@code response.incomplete} or {@code response.failed},
 * which also have the usage; an event {@code error} cuts it.
 */
final class ResponseStream implements StreamReader, JsonWalk.Visitor {

	private static final byte[] TYPE = JsonWalk.ascii("type");

	private static final byte[] DELTA = JsonWalk.ascii("delta");

	private static final byte[] ERROR = JsonWalk.ascii("error");

	private static final byte[] RESPONSE = JsonWalk.ascii("response");

	private final TextCount text = new TextCount();

	private final Told told = new Told();

	private boolean hasResponse;

	private boolean error;

	private int end;

	private Kind kind = Kind.OTHER;

	@Override
	public Step read(EventData data) {
		if (data.isDone()) {
			return Step.DROP;
		}
		this.hasResponse = false;
		this.error = false;
		this.kind = Kind.OTHER;
		this.end = data.end();
		if (!data.isObject() || !JsonWalk.over(data.bytes(), data.start(), data.end(), this)) {
			return Step.BROKEN;
		}
		if (this.error || this.kind == Kind.ERROR) {
			return Step.ERROR;
		}
		if (this.hasResponse && (this.told.model() == null || this.kind == Kind.LAST)) {
			this.told.note(data);
		}
		return (this.kind == Kind.LAST) ? Step.LAST : Step.PASS;
	}

	@Override
	public void member(byte[] bytes, int depth, int name, int nameEnd, int value) {
		if (depth != 1) {
			return;
		}
		if (JsonWalk.is(bytes, name, nameEnd, DELTA)) {
			this.text.add(bytes, value, this.end);
		}
		else if (JsonWalk.is(bytes, name, nameEnd, TYPE)) {
			this.kind = Kind.of(bytes, value + 1, JsonWalk.endOfString(bytes, value + 1, this.end));
		}
		else if (JsonWalk.is(bytes, name, nameEnd, RESPONSE)) {
			this.hasResponse = bytes[value] == '{';
		}
		else if (JsonWalk.is(bytes, name, nameEnd, ERROR)) {
			this.error = bytes[value] != 'n';
		}
	}

	@Override
	public @Nullable String model() {
		return this.told.model();
	}

	@Override
	public @Nullable String tier() {
		return this.told.tier();
	}

	@Override
	public @Nullable TokenCounts usage() {
		return this.told.usage();
	}

	@Override
	public long streamedTokens() {
		return this.text.tokens();
	}

	/**
	 * What an event is to the stream.
	 */
	private enum Kind {

		OTHER, LAST, ERROR;

		private static final byte[][] LASTS = { JsonWalk.ascii("response.completed"),
				JsonWalk.ascii("response.incomplete"), JsonWalk.ascii("response.failed") };

		static Kind of(byte[] bytes, int from, int to) {
			for (byte[] last : LASTS) {
				if (JsonWalk.is(bytes, from, to, last)) {
					return LAST;
				}
			}
			return JsonWalk.is(bytes, from, to, ResponseStream.ERROR) ? ERROR : OTHER;
		}

	}

}
