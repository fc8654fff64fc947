package io.hilum.dialects.anthropic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The blocks of a streamed message that have begun and not ended. Those of Anthropic's
 * own tools, whose calls are none of the client's, and those that are not known are
 * passed over with all that belongs to them. Created per stream and not thread-safe.
 */
final class OpenBlocks {

	private static final OpenBlock PASSED_OVER = new OpenBlock() {
	};

	private final Map<Integer, OpenBlock> open = new HashMap<>();

	private final ChatChunks chunks;

	private final TextSoFar text = new TextSoFar();

	private int toolCalls;

	private int thinkingBlocks;

	OpenBlocks(ChatChunks chunks) {
		this.chunks = chunks;
	}

	boolean anyToolCalls() {
		return this.toolCalls > 0;
	}

	void start(int index, JsonNode block) {
		stop(index);
		OpenBlock opened = switch (block.path("type").asString("")) {
			case "text" -> new TextBlock(this.chunks, this.text);
			case "thinking" -> new ThinkingBlock(this.chunks, this.thinkingBlocks++);
			case "tool_use" -> new ToolUseBlock(this.chunks, this.toolCalls++);
			case "redacted_thinking" -> redacted(block);
			default -> block.path("text").isString() ? new TextBlock(this.chunks, this.text) : PASSED_OVER;
		};
		this.open.put(index, opened);
		opened.start(block);
	}

	private OpenBlock redacted(JsonNode block) {
		this.chunks.thinking(0, "",
				Json.object()
					.put("index", this.thinkingBlocks++)
					.put("type", "redacted_thinking")
					.put("data", block.path("data").asString("")));
		return PASSED_OVER;
	}

	/**
	 * A block grows. Text whose begin was not announced is text all the same.
	 * @param index the number of the block
	 * @param delta what comes to it
	 */
	void delta(int index, JsonNode delta) {
		OpenBlock known = this.open.get(index);
		if ((known == null || known == PASSED_OVER) && delta.path("type").asString("").equals("text_delta")) {
			known = new TextBlock(this.chunks, this.text);
			this.open.put(index, known);
		}
		if (known != null) {
			known.delta(delta);
		}
	}

	void stop(int index) {
		OpenBlock ended = this.open.remove(index);
		if (ended != null) {
			ended.stop();
		}
	}

	void stopAll() {
		List.copyOf(this.open.keySet()).forEach(this::stop);
	}

}
