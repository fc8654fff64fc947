package io.hilum.dialects.bedrock;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;

/**
 * A streamed answer of ConverseStream. Created per stream and not thread-safe.
 */
final class ConverseStream implements AnswerStream {

	private final ChatChunks chunks;

	private final ConverseEvents events;

	private final EventFrames frames;

	ConverseStream(ChatChunks chunks) {
		this.chunks = chunks;
		this.events = new ConverseEvents(chunks);
		this.frames = new EventFrames((type, payload) -> this.events.read(type, Json.readAnswer(payload)),
				chunks::error);
	}

	@Override
	public byte[] accept(byte[] part) {
		this.frames.accept(part);
		return this.chunks.drain();
	}

	@Override
	public byte[] end() {
		if (this.events.isComplete() && !this.frames.isFailed()) {
			this.chunks.done();
		}
		return this.chunks.drain();
	}

}
