package io.hilum.dialects.anthropic;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages as turns of user and model that alternate: neighbours of the same role
 * become one turn, results of tools stand first in theirs, and what the system says
 * stands before all of them, wherever the client put it. What is empty is left out, as
 * Anthropic refuses it. Created per request and not thread-safe.
 */
final class Conversation {

	private final ArrayNode system = Json.mapper().createArrayNode();

	private final ArrayNode turns = Json.mapper().createArrayNode();

	private Conversation() {
	}

	static Conversation of(JsonNode messages) {
		Conversation conversation = new Conversation();
		for (int i = 0; i < messages.size(); i++) {
			String path = "messages[" + i + "]";
			conversation.add(RequestParts.of(messages.path(i), path));
		}
		if (conversation.turns.isEmpty()) {
			throw new UntranslatableException("messages",
					MessagesRequest.PROVIDER + " needs messages in which the user or the assistant says something");
		}
		return conversation;
	}

	private void add(RequestFields message) {
		String role = message.takeText("role").asString("");
		ArrayNode blocks = switch (role) {
			case "system", "developer" -> ContentParts.texts(message);
			case "user" -> ContentParts.blocks(message);
			case "assistant" -> AssistantMessage.blocks(message);
			case "tool" -> ToolMessage.blocks(message);
			default -> throw message.unsupported("role");
		};
		if (blocks.path(blocks.size() - 1) instanceof ObjectNode last) {
			CacheControl.copy(message, last);
		}
		else {
			message.ignore("cache_control");
		}
		message.requireAllRead();
		switch (role) {
			case "system", "developer" -> this.system.addAll(blocks);
			case "assistant" -> append("assistant", blocks);
			case "tool" -> insertResult(blocks);
			default -> append("user", blocks);
		}
	}

	private void append(String role, ArrayNode blocks) {
		if (!blocks.isEmpty()) {
			turn(role).addAll(blocks);
		}
	}

	private void insertResult(ArrayNode result) {
		ArrayNode turn = turn("user");
		int behind = 0;
		while (turn.path(behind).path("type").asString("").equals("tool_result")) {
			behind++;
		}
		turn.insert(behind, result.path(0));
	}

	private ArrayNode turn(String role) {
		JsonNode last = this.turns.path(this.turns.size() - 1);
		if (last.path("role").asString("").equals(role) && last.path("content") instanceof ArrayNode content) {
			return content;
		}
		return this.turns.addObject().put("role", role).putArray("content");
	}

	/**
	 * Whether the last thing is results of tools that the model called without having
	 * thought. Models that think by a budget cannot begin to in the middle of a turn.
	 * @return {@code true} if it is
	 */
	boolean endsInUnthinkingToolTurn() {
		JsonNode last = this.turns.path(this.turns.size() - 1);
		JsonNode calls = this.turns.path(this.turns.size() - 2);
		return last.path("content").path(0).path("type").asString("").equals("tool_result")
				&& !calls.path("content").path(0).path("type").asString("").endsWith("thinking");
	}

	void write(ObjectNode request) {
		if (!this.system.isEmpty()) {
			request.set("system", this.system);
		}
		request.set("messages", this.turns);
	}

}
