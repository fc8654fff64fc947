package io.hilum.dialects.anthropic;

import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A call of one of the client's tools. Its arguments come in fragments, or whole with the
 * begin of the block; a call without any has the empty object.
 */
final class ToolUseBlock implements OpenBlock {

	private final ChatChunks chunks;

	private final int number;

	private JsonNode input = Json.object();

	private boolean fragments;

	ToolUseBlock(ChatChunks chunks, int number) {
		this.chunks = chunks;
		this.number = number;
	}

	@Override
	public void start(JsonNode block) {
		this.chunks.toolCall(0, this.number, block.path("id").asString(""), block.path("name").asString(""));
		if (block.path("input").isObject()) {
			this.input = block.path("input");
		}
	}

	@Override
	public void delta(JsonNode delta) {
		String fragment = delta.path("partial_json").asString("");
		if (!fragment.isEmpty()) {
			this.fragments = true;
			this.chunks.toolArguments(0, this.number, fragment);
		}
	}

	@Override
	public void stop() {
		if (!this.fragments) {
			this.chunks.toolArguments(0, this.number, this.input.toString());
		}
	}

}
