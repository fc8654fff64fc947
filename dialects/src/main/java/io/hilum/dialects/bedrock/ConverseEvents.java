package io.hilum.dialects.bedrock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the events of ConverseStream into chunks, each as it comes. What must wait for
 * the end of its block are only citations and images. Created per stream and not
 * thread-safe.
 */
final class ConverseEvents {

	private final Map<Integer, StreamedBlock> open = new HashMap<>();

	private final ChatChunks chunks;

	private boolean begun;

	private boolean stopped;

	private int calls;

	private int thoughts;

	private int annotations;

	private int images;

	private int textLength;

	ConverseEvents(ChatChunks chunks) {
		this.chunks = chunks;
	}

	/**
	 * Whether the answer came to its end.
	 */
	boolean isComplete() {
		return this.stopped;
	}

	void read(String type, JsonNode event) {
		switch (type) {
			case "messageStart" -> begin();
			case "contentBlockStart" -> start(block(event), event.path("start"));
			case "contentBlockDelta" -> delta(block(event), event.path("delta"));
			case "contentBlockStop" -> stop(event.path("contentBlockIndex").asInt(0));
			case "messageStop" -> {
				begin();
				List.copyOf(this.open.keySet()).forEach(this::stop);
				this.chunks.finish(0, StopReasons.of(event.path("stopReason").asString("")));
				this.stopped = true;
			}
			case "metadata" -> {
				ServiceTier.of(event).ifPresent(this.chunks::serviceTier);
				if (event.path("usage").isObject()) {
					this.chunks.usage(ConverseUsage.read(event.path("usage")));
				}
			}
			default -> {
				// Events that came into being later say nothing that a client could read.
			}
		}
	}

	private void begin() {
		if (!this.begun) {
			this.begun = true;
			this.chunks.role(0);
		}
	}

	private StreamedBlock block(JsonNode event) {
		begin();
		return this.open.computeIfAbsent(event.path("contentBlockIndex").asInt(0),
				(index) -> new StreamedBlock(this.textLength));
	}

	private void start(StreamedBlock block, JsonNode start) {
		JsonNode call = start.path("toolUse");
		if (call.isObject() && !ServerTools.isOne(call)) {
			block.call = this.calls++;
			this.chunks.toolCall(0, block.call, call.path("toolUseId").asString(""), call.path("name").asString(""));
		}
		block.imageFormat = start.path("image").path("format").asString(block.imageFormat);
	}

	private void delta(StreamedBlock block, JsonNode delta) {
		String text = delta.path("text").asString("");
		if (!text.isEmpty()) {
			this.textLength += text.length();
			this.chunks.content(0, text);
		}
		String input = delta.path("toolUse").path("input").asString("");
		if (!input.isEmpty() && block.call >= 0) {
			block.hasInput = true;
			this.chunks.toolArguments(0, block.call, input);
		}
		if (delta.has("reasoningContent")) {
			thought(block, delta.path("reasoningContent"));
		}
		if (delta.path("citation").isObject()) {
			block.citation(delta.path("citation"));
		}
		if (delta.has("image")) {
			block.image(delta.path("image").path("source").path("bytes").asString(""));
		}
	}

	private void thought(StreamedBlock block, JsonNode reasoning) {
		if (block.thought < 0) {
			block.thought = this.thoughts++;
		}
		ObjectNode piece = Json.object().put("index", block.thought);
		if (reasoning.path("redactedContent").isString()) {
			piece.put("type", "redacted_thinking").set("data", reasoning.path("redactedContent"));
			this.chunks.thinking(0, "", piece);
			return;
		}
		piece.put("type", "thinking");
		String text = reasoning.path("text").asString("");
		if (!text.isEmpty()) {
			piece.put("thinking", text);
		}
		if (reasoning.path("signature").isString()) {
			piece.set("signature", reasoning.path("signature"));
		}
		this.chunks.thinking(0, text, piece);
	}

	private void stop(int index) {
		StreamedBlock block = this.open.remove(index);
		if (block == null) {
			return;
		}
		if (block.call >= 0 && !block.hasInput) {
			this.chunks.toolArguments(0, block.call, "{}");
		}
		for (JsonNode citation : block.citations) {
			ObjectNode annotation = Citations.annotation(citation, block.textStart, this.textLength);
			extension("annotations", annotation.put("index", this.annotations++));
		}
		if (!block.image.isEmpty()) {
			extension("images",
					AnswerImages.part(block.imageFormat, block.image.toString()).put("index", this.images++));
		}
	}

	private void extension(String name, ObjectNode piece) {
		ArrayNode list = Json.mapper().createArrayNode();
		this.chunks.extension(0, name, list.add(piece));
	}

}
