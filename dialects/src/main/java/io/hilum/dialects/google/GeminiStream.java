package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A streamed answer: server-sent events, or one long JSON list where a server does not
 * know {@code alt=sse}. Created per stream and not thread-safe.
 */
final class GeminiStream implements AnswerStream {

	private static final byte[] NOTHING = {};

	private static final byte[] END_OF_EVENT = "\n\n".getBytes(StandardCharsets.US_ASCII);

	private final ChatChunks chunks;

	private final AnswerReader reader;

	private final EventScanner events;

	private final int maxEventBytes;

	private @Nullable ListScanner list;

	private boolean begun;

	private boolean failed;

	GeminiStream(ChatChunks chunks, CallIds callIds, int maxEventBytes) {
		this.chunks = chunks;
		this.maxEventBytes = maxEventBytes;
		this.events = new EventScanner(maxEventBytes);
		this.reader = new AnswerReader(new StreamedAnswer(chunks), callIds);
	}

	@Override
	public byte[] accept(byte[] part) {
		if (!this.begun) {
			begin(part);
		}
		boolean fits = (this.list != null) ? this.list.take(part, this::document) : this.events.take(part, this::event);
		if (!fits) {
			throw new BrokenAnswerException("An event is too long");
		}
		return this.chunks.drain();
	}

	/**
	 * No event begins with a bracket or a brace.
	 */
	private void begin(byte[] part) {
		for (byte sign : part) {
			if (sign > ' ') {
				this.begun = true;
				this.list = (sign == '[' || sign == '{') ? new ListScanner(this.maxEventBytes) : null;
				return;
			}
		}
	}

	private void event(byte[] bytes, int start, int end) {
		EventData data = EventData.of(bytes, start, end);
		if (data.isObject()) {
			document(data.bytes(), data.start(), data.end());
		}
	}

	private void document(byte[] bytes, int start, int end) {
		if (this.failed) {
			return;
		}
		ObjectNode piece = Json.readAnswer(bytes, start, end);
		if (piece.has("error")) {
			this.failed = true;
			this.chunks.error(GeminiErrors.inside(piece.path("error")));
			return;
		}
		this.reader.read(piece);
	}

	@Override
	public byte[] end() {
		lastEvent();
		if (this.failed || !this.reader.isFinished()) {
			return NOTHING;
		}
		this.reader.end();
		this.chunks.done();
		return this.chunks.drain();
	}

	/**
	 * Some servers leave out the blank line behind the last event. What is cut inside of
	 * an event is no JSON and is not read.
	 */
	private void lastEvent() {
		if (this.list != null || !this.events.isInsideOfEvent()) {
			return;
		}
		try {
			this.events.take(END_OF_EVENT, this::event);
		}
		catch (BrokenAnswerException ex) {
			this.failed = true;
		}
	}

}
