package io.hilum.dialects.anthropic;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import tools.jackson.databind.JsonNode;

/**
 * Translates a streamed message. The data of each event says its type once more, so the
 * {@code event} lines are not needed. A ping keeps the client's connection alive as well,
 * as a model may think for minutes without a word. Events that are not known are passed
 * over.
 */
final class MessagesStream implements AnswerStream {

	private final EventScanner scanner;

	private final ChatChunks chunks;

	private final MessageTokens tokens = new MessageTokens();

	private final OpenBlocks blocks;

	private String stopReason = "";

	private boolean begun;

	private boolean whole;

	private boolean failed;

	private boolean cut;

	MessagesStream(ChatChunks chunks, int maxEventBytes) {
		this.scanner = new EventScanner(maxEventBytes);
		this.chunks = chunks;
		this.blocks = new OpenBlocks(chunks);
	}

	@Override
	public byte[] accept(byte[] part) {
		if (!this.scanner.take(part, this::event)) {
			throw new BrokenAnswerException("An event is too long");
		}
		return this.chunks.drain();
	}

	private void event(byte[] bytes, int start, int end) {
		EventData data = EventData.of(bytes, start, end);
		if (data.isObject() && !this.failed) {
			read(Json.readAnswer(data.bytes(), data.start(), data.end()));
		}
	}

	private void read(JsonNode event) {
		switch (event.path("type").asString("")) {
			case "message_start" -> begin(event.path("message"));
			case "content_block_start" -> {
				sayRole();
				this.blocks.start(index(event), event.path("content_block"));
			}
			case "content_block_delta" -> {
				sayRole();
				this.blocks.delta(index(event), event.path("delta"));
			}
			case "content_block_stop" -> this.blocks.stop(index(event));
			case "message_delta" -> change(event);
			case "message_stop" -> finish();
			case "error" -> fail(event);
			case "ping" -> this.chunks.keepAlive();
			default -> {
				// What comes with a later version.
			}
		}
	}

	private static int index(JsonNode event) {
		return event.path("index").asInt(0);
	}

	private void begin(JsonNode message) {
		this.chunks.identify(message.path("id").stringValue(null), message.path("model").stringValue(null));
		this.tokens.take(message.path("usage"));
		this.whole = false;
		this.stopReason = message.path("stop_reason").asString(this.stopReason);
		sayRole();
		JsonNode content = message.path("content");
		for (int i = 0; i < content.size(); i++) {
			this.blocks.start(i, content.path(i));
			this.blocks.stop(i);
		}
	}

	private void sayRole() {
		if (!this.begun) {
			this.begun = true;
			this.chunks.role(0);
		}
	}

	private void change(JsonNode event) {
		this.tokens.take(event.path("usage"));
		JsonNode delta = event.path("delta");
		this.stopReason = delta.path("stop_reason").asString(this.stopReason);
		String refusal = delta.path("stop_details").path("explanation").asString("");
		if (!refusal.isEmpty()) {
			sayRole();
			this.chunks.refusal(0, refusal);
		}
	}

	private void finish() {
		sayRole();
		this.blocks.stopAll();
		this.chunks.finish(0, StopReasons.of(this.stopReason, this.blocks.anyToolCalls()));
		this.chunks.usage(this.tokens.toUsage());
		this.whole = true;
	}

	private void fail(JsonNode event) {
		this.failed = true;
		this.chunks.error(MessagesErrors.inStream(event));
	}

	@Override
	public byte[] end() {
		readUnended();
		if (this.whole && !this.failed && !this.cut) {
			this.chunks.done();
		}
		return this.chunks.drain();
	}

	/** The last event may lack its blank line. What is no JSON then was cut. */
	private void readUnended() {
		try {
			this.scanner.end(this::event);
		}
		catch (BrokenAnswerException ex) {
			this.cut = true;
		}
	}

}
