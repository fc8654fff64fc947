package io.hilum.dialects.messages;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A streamed message, from a chat stream: blocks one after the other, and the counts at
 * the end, since that is where chat has them. Created per answer and not thread-safe.
 */
final class MessageEvents extends MessageAnswer {

	private enum Block {

		NONE, THINKING, TEXT, TOOL

	}

	private final EventWriter writer;

	private Block open = Block.NONE;

	private int index = -1;

	private int tool = -1;

	private boolean begun;

	MessageEvents(TranslationRequest asked, EventWriter writer) {
		super(asked);
		this.writer = writer;
	}

	@Override
	public void identify(@Nullable String id, @Nullable String model) {
		if (!this.begun) {
			super.identify(id, model);
		}
	}

	private void begin() {
		if (!this.begun) {
			this.begun = true;
			ObjectNode event = Json.object().put("type", "message_start");
			event.set("message", head());
			this.writer.event("message_start", event);
		}
	}

	@Override
	public void reasoning(int choice, String text) {
		open(Block.THINKING, Json.object().put("type", "thinking").put("thinking", "").put("signature", ""));
		delta(Json.object().put("type", "thinking_delta").put("thinking", text));
	}

	@Override
	public void thinkingBlock(int choice, JsonNode block) {
		String signature = block.path("signature").asString("");
		if (!signature.isEmpty()) {
			open(Block.THINKING, Json.object().put("type", "thinking").put("thinking", "").put("signature", ""));
			delta(Json.object().put("type", "signature_delta").put("signature", signature));
			close();
		}
		String hidden = block.path("data").asString("");
		if (!hidden.isEmpty()) {
			close();
			open(Block.THINKING, Json.object().put("type", "redacted_thinking").put("data", hidden));
			close();
		}
	}

	@Override
	public void content(int choice, String text) {
		open(Block.TEXT, Json.object().put("type", "text").put("text", ""));
		delta(Json.object().put("type", "text_delta").put("text", text));
	}

	@Override
	public void toolCall(int choice, int number, String callId, String name) {
		close();
		this.tool = number;
		ObjectNode block = Json.object().put("type", "tool_use").put("id", callId).put("name", name);
		block.putObject("input");
		open(Block.TOOL, block);
	}

	/**
	 * Blocks of a message come one after the other; calls of a chat do too, though its
	 * dialect would allow for mixing them.
	 */
	@Override
	public void toolArguments(int choice, int number, String fragment) {
		if (this.open != Block.TOOL || this.tool != number) {
			throw new BrokenAnswerException("The arguments of tool calls are mixed");
		}
		delta(Json.object().put("type", "input_json_delta").put("partial_json", fragment));
	}

	private void open(Block kind, ObjectNode block) {
		if (this.open == kind && kind != Block.TOOL) {
			return;
		}
		begin();
		close();
		this.open = kind;
		this.index++;
		ObjectNode event = Json.object().put("type", "content_block_start").put("index", this.index);
		event.set("content_block", block);
		this.writer.event("content_block_start", event);
	}

	private void delta(ObjectNode delta) {
		ObjectNode event = Json.object().put("type", "content_block_delta").put("index", this.index);
		event.set("delta", delta);
		this.writer.event("content_block_delta", event);
	}

	private void close() {
		if (this.open != Block.NONE) {
			this.open = Block.NONE;
			this.writer.event("content_block_stop",
					Json.object().put("type", "content_block_stop").put("index", this.index));
		}
	}

	@Override
	public void error(ObjectNode error) {
		this.writer.event(null, error);
	}

	@Override
	public void done() {
		begin();
		close();
		ObjectNode event = Json.object().put("type", "message_delta");
		event.putObject("delta").put("stop_reason", stopReason()).putNull("stop_sequence");
		event.set("usage", usage());
		this.writer.event("message_delta", event);
		this.writer.event("message_stop", Json.object().put("type", "message_stop"));
	}

}
