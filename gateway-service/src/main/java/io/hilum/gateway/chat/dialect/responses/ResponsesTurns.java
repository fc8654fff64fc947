package io.hilum.gateway.chat.dialect.responses;

import java.util.Set;

import io.hilum.gateway.chat.request.RequestWalk;
import io.hilum.gateway.chat.request.Turns;
import tools.jackson.core.JsonToken;

/**
 * Walks over the items of a response's input: messages, and calls, results and thoughts
 * that have a type in place of a role.
 */
final class ResponsesTurns extends Turns {

	private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");

	private static final Set<String> TEXT_PARTS = Set.of("input_text", "output_text", "text", "refusal",
			"reasoning_text", "summary_text");

	private static final Set<String> TEXT_ITEMS = Set.of("message", "function_call", "function_call_output",
			"custom_tool_call", "custom_tool_call_output", "reasoning", "item_reference");

	private String type = "";

	ResponsesTurns(RequestWalk walk) {
		super(walk, "input", ROLES, TEXT_PARTS);
	}

	@Override
	protected void begin() {
		this.type = "";
	}

	@Override
	protected boolean mayLackRole() {
		return !this.type.isEmpty() && !this.type.equals("message");
	}

	@Override
	protected void turnField(String name, JsonToken token) {
		if (name.equals("type")) {
			this.type = walk().string(token, "input.type");
			if (!TEXT_ITEMS.contains(this.type)) {
				walk().slots().cannotSearch("input");
			}
			if (this.type.equals("item_reference")) {
				walk().state().askUnbound("input");
			}
		}
		if (name.equals("output") && token == JsonToken.START_ARRAY) {
			content(token, new StringBuilder());
			return;
		}
		super.turnField(name, token);
	}

}
