package io.hilum.dialects.anthropic;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.chat.ChatAnswer;
import io.hilum.dialects.chat.ChatChoice;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a whole message. Blocks of Anthropic's own tools, whose calls are none of the
 * client's, and blocks that are not known are passed over. Created per answer and not
 * thread-safe.
 */
final class WholeMessage {

	private final ChatAnswer answer;

	private final ChatChoice choice;

	WholeMessage(ChatAnswer answer) {
		this.answer = answer;
		this.choice = answer.choice(0);
	}

	void read(ObjectNode message) {
		JsonNode content = message.path("content");
		if (!content.isArray() && !message.path("stop_reason").isString()) {
			throw new BrokenAnswerException("An answer has no content");
		}
		this.answer.identify(message.path("id").stringValue(null), message.path("model").stringValue(null));
		content.forEach(this::readBlock);
		MessageTokens tokens = new MessageTokens();
		tokens.take(message.path("usage"));
		this.answer.usage(tokens.toUsage());
		String refusal = message.path("stop_details").path("explanation").asString("");
		if (!refusal.isEmpty()) {
			this.choice.refusal(refusal);
		}
		this.choice.finish(StopReasons.of(message.path("stop_reason").asString(""), this.choice.hasToolCalls()));
	}

	private void readBlock(JsonNode block) {
		switch (block.path("type").asString("")) {
			case "text" -> readText(block);
			case "thinking" -> readThinking(block);
			case "redacted_thinking" -> this.choice.thinkingBlock(
					Json.object().put("type", "redacted_thinking").put("data", block.path("data").asString("")));
			case "tool_use" -> this.choice.toolCall(block.path("id").asString(""), block.path("name").asString(""),
					block.path("input").isObject() ? block.path("input").toString() : "{}");
			default -> {
				if (block.path("text").isString()) {
					readText(block);
				}
			}
		}
	}

	private void readText(JsonNode block) {
		int start = this.choice.contentLength();
		this.choice.content(block.path("text").asString(""));
		for (JsonNode citation : block.path("citations")) {
			this.choice.annotation(Citations.annotation(citation, start, this.choice.contentLength()));
		}
	}

	private void readThinking(JsonNode block) {
		String text = block.path("thinking").asString("");
		if (!text.isEmpty()) {
			this.choice.reasoning(text);
		}
		this.choice.thinkingBlock(Json.object()
			.put("type", "thinking")
			.put("thinking", text)
			.put("signature", block.path("signature").asString("")));
	}

}
