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
			"custom_tool_call", "custom_tool_call_output", "reasoning", "item_reference", "compaction",
			"tool_search_call", "tool_search_output", "additional_tools", "web_search_call", "file_search_call",
			"code_interpreter_call", "mcp_list_tools", "mcp_call", "mcp_approval_request", "mcp_approval_response",
			"local_shell_call", "local_shell_call_output", "shell_call", "shell_call_output", "apply_patch_call",
			"apply_patch_call_output");

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
		switch (name) {
			case "output" -> output(token);
			case "outputs" -> outputs(token);
			case "arguments" -> arguments(token);
			default -> super.turnField(name, token);
		}
	}

	private void output(JsonToken token) {
		if (token == JsonToken.START_ARRAY) {
			content(token, new StringBuilder());
		}
		else {
			if (token == JsonToken.START_OBJECT) {
				walk().slots().cannotSearch("input.output");
			}
			super.turnField("output", token);
		}
	}

	/**
	 * What code made may be images.
	 */
	private void outputs(JsonToken token) {
		if (token != JsonToken.VALUE_NULL) {
			walk().slots().cannotSearch("input.outputs");
		}
		super.turnField("outputs", token);
	}

	/**
	 * Arguments are JSON in a string, but for those of a search for tools.
	 */
	private void arguments(JsonToken token) {
		if (token == JsonToken.START_OBJECT) {
			walk().data("arguments");
		}
		else {
			super.turnField("arguments", token);
		}
	}

}
