package io.hilum.dialects.messages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatDocument;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole message, collected from a whole chat answer. Created per answer and not
 * thread-safe.
 */
final class MessageDocument extends MessageAnswer implements ChatDocument {

	private final StringBuilder reasoning = new StringBuilder();

	private final ArrayNode thinkingBlocks = Json.mapper().createArrayNode();

	private final StringBuilder text = new StringBuilder();

	private final Map<Integer, ObjectNode> calls = new TreeMap<>();

	MessageDocument(TranslationRequest asked) {
		super(asked);
	}

	@Override
	public void reasoning(int choice, String piece) {
		this.reasoning.append(piece);
	}

	@Override
	public void thinkingBlock(int choice, JsonNode block) {
		this.thinkingBlocks.add(((ObjectNode) block.deepCopy()).without("index"));
	}

	@Override
	public void content(int choice, String piece) {
		this.text.append(piece);
	}

	@Override
	public void toolCall(int choice, int index, String callId, String name) {
		this.calls.put(index, Json.object().put("type", "tool_use").put("id", callId).put("name", name));
	}

	@Override
	public void toolArguments(int choice, int index, String fragment) {
		ObjectNode call = this.calls.get(index);
		if (call != null) {
			call.set("input", Json.readAnswer(fragment.getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Override
	public ObjectNode toJson() {
		ObjectNode message = head().put("stop_reason", stopReason());
		ArrayNode content = message.withArray("content");
		if (!this.thinkingBlocks.isEmpty()) {
			content.addAll(this.thinkingBlocks);
		}
		else if (!this.reasoning.isEmpty()) {
			content.addObject().put("type", "thinking").put("thinking", this.reasoning.toString()).put("signature", "");
		}
		if (!this.text.isEmpty()) {
			content.addObject().put("type", "text").put("text", this.text.toString());
		}
		this.calls.values().forEach((call) -> content.add(withInput(call)));
		return message;
	}

	private static ObjectNode withInput(ObjectNode call) {
		if (!call.has("input")) {
			call.putObject("input");
		}
		return call;
	}

}
