package io.hilum.routing.answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mends the content of a message or delta that is no text but a list of parts (Mistral's)
 * or one part. What is thought stands in {@code reasoning_content} and images in
 * {@code images}, as elsewhere. Created per message and not thread-safe.
 */
final class MessageContent {

	private final ObjectNode message;

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder thought = new StringBuilder();

	private MessageContent(ObjectNode message) {
		this.message = message;
	}

	/**
	 * Mend a message.
	 * @param message a message or delta, which is changed
	 */
	static void mend(ObjectNode message) {
		JsonNode content = message.path("content");
		if (content.isContainer()) {
			new MessageContent(message).replace(content);
		}
	}

	private void replace(JsonNode content) {
		if (content.isArray()) {
			content.forEach(this::part);
		}
		else {
			part(content);
		}
		this.message.put("content", this.text.toString());
		if (!this.thought.isEmpty()) {
			this.message.put("reasoning_content", this.thought.toString());
		}
	}

	private void part(JsonNode part) {
		this.text.append(part.asString(part.path("text").asString("")));
		JsonNode thinking = part.path("thinking");
		this.thought.append(thinking.asString(""));
		if (thinking.isArray()) {
			thinking.forEach((piece) -> this.thought.append(piece.asString(piece.path("text").asString(""))));
		}
		if (part.path("type").asString("").equals("image_url")) {
			this.message.withArray("images").add(part);
		}
	}

}
