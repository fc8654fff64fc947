package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The turns of a conversation, which alternate in Converse: what follows in the same role
 * joins the turn. Created per request and not thread-safe.
 */
final class ConverseTurns {

	private final ArrayNode turns = Json.mapper().createArrayNode();

	private @Nullable ArrayNode content;

	private String role = "";

	private int results;

	/**
	 * More of a turn.
	 * @param speaker {@code user} or {@code assistant}
	 * @param blocks what is said; nothing happens if it is nothing
	 */
	void add(String speaker, ArrayNode blocks) {
		if (!blocks.isEmpty()) {
			turn(speaker).addAll(blocks);
		}
	}

	/**
	 * The result of a tool. All results stand before anything else that the user says in
	 * the turn, as models want it.
	 * @param blocks the result, and maybe a cache point
	 */
	void addResult(ArrayNode blocks) {
		ArrayNode turn = turn("user");
		for (JsonNode block : blocks) {
			turn.insert(this.results++, block);
		}
	}

	private ArrayNode turn(String speaker) {
		ArrayNode current = this.content;
		if (current == null || !this.role.equals(speaker)) {
			this.role = speaker;
			this.results = 0;
			current = this.turns.addObject().put("role", speaker).putArray("content");
			this.content = current;
		}
		return current;
	}

	ArrayNode toJson() {
		return this.turns;
	}

	/**
	 * Whether a conversation goes on with results of calls before which the model's
	 * thoughts are missing. Claude with a budget refuses to think then.
	 */
	static boolean lackThoughts(JsonNode turns) {
		int last = turns.size() - 1;
		if (last < 1 || !turns.path(last).path("content").path(0).has("toolResult")) {
			return false;
		}
		return !(turns.path(last - 1).path("content").path(0) instanceof ObjectNode first)
				|| !first.has("reasoningContent");
	}

}
