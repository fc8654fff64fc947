package io.hilum.dialects.anthropic;

import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A block of thinking, which ends with its signature.
 */
final class ThinkingBlock implements OpenBlock {

	private final ChatChunks chunks;

	private final int number;

	ThinkingBlock(ChatChunks chunks, int number) {
		this.chunks = chunks;
		this.number = number;
	}

	@Override
	public void start(JsonNode block) {
		String text = block.path("thinking").asString("");
		this.chunks.thinking(0, text,
				part().put("thinking", text).put("signature", block.path("signature").asString("")));
	}

	@Override
	public void delta(JsonNode delta) {
		String text = delta.path("thinking").asString("");
		if (!text.isEmpty()) {
			this.chunks.thinking(0, text, part().put("thinking", text));
		}
		String signature = delta.path("signature").asString("");
		if (!signature.isEmpty()) {
			this.chunks.thinking(0, "", part().put("signature", signature));
		}
	}

	private ObjectNode part() {
		return Json.object().put("index", this.number).put("type", "thinking");
	}

}
