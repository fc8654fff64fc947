package io.hilum.dialects.bedrock;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.chat.ChatAnswer;
import io.hilum.dialects.chat.ChatChoice;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Reads a whole answer of Converse. Tools that Bedrock itself has called, and what they
 * gave, are no calls for the client. Created per answer and not thread-safe.
 */
final class ConverseAnswer {

	private final ChatAnswer answer;

	private final ChatChoice choice;

	private final ArrayNode images = Json.mapper().createArrayNode();

	ConverseAnswer(ChatAnswer answer) {
		this.answer = answer;
		this.choice = answer.choice(0);
	}

	void read(JsonNode body) {
		JsonNode content = body.path("output").path("message").path("content");
		if (!content.isArray() && !body.path("stopReason").isString()) {
			throw new BrokenAnswerException("An answer of Converse has no message");
		}
		content.forEach(this::readBlock);
		if (!this.images.isEmpty()) {
			this.choice.extension("images", this.images);
		}
		this.choice.finish(StopReasons.of(body.path("stopReason").asString("")));
		if (body.path("usage").isObject()) {
			this.answer.usage(ConverseUsage.read(body.path("usage")));
		}
		ServiceTier.of(body).ifPresent(this.answer::serviceTier);
	}

	private void readBlock(JsonNode block) {
		if (block.path("text").isString()) {
			this.choice.content(block.path("text").asString());
		}
		else if (block.has("toolUse")) {
			readCall(block.path("toolUse"));
		}
		else if (block.has("reasoningContent")) {
			readThought(block.path("reasoningContent"));
		}
		else if (block.has("citationsContent")) {
			readCited(block.path("citationsContent"));
		}
		else if (block.has("image")) {
			this.images.add(AnswerImages.whole(block.path("image")));
		}
	}

	private void readCall(JsonNode call) {
		if (ServerTools.isOne(call)) {
			return;
		}
		JsonNode input = call.path("input");
		this.choice.toolCall(call.path("toolUseId").asString(""), call.path("name").asString(""),
				input.isContainer() ? input.toString() : input.asString("").isBlank() ? "{}" : input.asString());
	}

	private void readThought(JsonNode reasoning) {
		JsonNode text = reasoning.path("reasoningText").path("text");
		if (text.isString()) {
			this.choice.reasoning(text.asString());
		}
		this.choice.thinkingBlock(ThinkingBlocks.tell(reasoning));
	}

	private void readCited(JsonNode cited) {
		int start = this.choice.contentLength();
		for (JsonNode text : cited.path("content")) {
			this.choice.content(text.path("text").asString(""));
		}
		int end = this.choice.contentLength();
		cited.path("citations")
			.forEach((citation) -> this.choice.annotation(Citations.annotation(citation, start, end)));
	}

}
