package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much the model is to think: OpenAI's {@code reasoning_effort} or Anthropic's own
 * {@code thinking}.
 *
 * @param config Anthropic's object, if there is one; a budget in it is not fitted to the
 * limit yet
 * @param effort Anthropic's {@code output_config.effort}, if there is one
 * @param field the field of the client that said so
 */
record Thinking(@Nullable ObjectNode config, @Nullable String effort, String field) {

	/** The least that Anthropic takes, in tokens. */
	private static final int MIN_BUDGET = 1024;

	private static final Thinking UNSAID = new Thinking(null, null, "");

	/**
	 * Read it.
	 * @param fields the client's body
	 * @param model the model
	 * @param turnGoesOn whether the model's turn was begun without thinking and goes on
	 * behind the results of its tools; it cannot begin to think then
	 * @return what was read
	 */
	static Thinking of(RequestFields fields, ClaudeModel model, boolean turnGoesOn) {
		JsonNode own = fields.takeObject("thinking");
		JsonNode effort = fields.takeText("reasoning_effort");
		if (!own.isMissingNode()) {
			return own(fields, own, effort.asString(""), model);
		}
		return effort.isMissingNode() ? UNSAID : byEffort(fields, effort.asString(""), model, turnGoesOn);
	}

	private static Thinking own(RequestFields fields, JsonNode own, String effort, ClaudeModel model) {
		RequestFields parts = RequestParts.of(own, "thinking");
		RequestParts.text(parts, "type");
		parts.takeText("display");
		JsonNode budget = parts.takeNumber("budget_tokens");
		if (!budget.isMissingNode() && !budget.canConvertToInt()) {
			throw parts.invalid("budget_tokens", "thinking.budget_tokens must be a whole number");
		}
		parts.requireAllRead();
		if (!effort.isEmpty() && !model.thinksAdaptively()) {
			throw fields.invalid("reasoning_effort", "This model takes thinking or reasoning_effort, not both");
		}
		return new Thinking((ObjectNode) own.deepCopy(), effort.isEmpty() ? null : effortOf(effort, fields),
				"thinking");
	}

	private static Thinking byEffort(RequestFields fields, String effort, ClaudeModel model, boolean turnGoesOn) {
		if (effort.equals("none")) {
			return model.thinksUnasked() ? new Thinking(Json.object().put("type", "disabled"), null, "reasoning_effort")
					: UNSAID;
		}
		if (!model.thinks()) {
			throw fields.unsupported("reasoning_effort");
		}
		if (model.thinksAdaptively()) {
			return new Thinking(Json.object().put("type", "adaptive"), effortOf(effort, fields), "reasoning_effort");
		}
		ObjectNode enabled = Json.object().put("type", "enabled").put("budget_tokens", budgetOf(effort, fields));
		return turnGoesOn ? UNSAID : new Thinking(enabled, null, "reasoning_effort");
	}

	private static String effortOf(String effort, RequestFields fields) {
		return switch (effort) {
			case "minimal", "low" -> "low";
			case "medium", "high", "xhigh", "max" -> effort;
			default -> throw fields.unsupported("reasoning_effort");
		};
	}

	private static int budgetOf(String effort, RequestFields fields) {
		return switch (effort) {
			case "minimal" -> MIN_BUDGET;
			case "low" -> 2048;
			case "medium" -> 8192;
			case "high" -> 24_576;
			case "xhigh", "max" -> 32_000;
			default -> throw fields.unsupported("reasoning_effort");
		};
	}

	/**
	 * The budget that is wished for.
	 * @return tokens, 0 if there is none
	 */
	int budget() {
		return (this.config != null) ? this.config.path("budget_tokens").asInt(0) : 0;
	}

	/**
	 * Anthropic's object, with a budget that is below the limit of all output. A budget
	 * that follows from an effort shrinks, one that the client chose is refused.
	 * @param maxTokens the limit
	 * @param fields the client's body
	 * @return the object, if there is one
	 */
	@Nullable ObjectNode within(int maxTokens, RequestFields fields) {
		int wish = budget();
		if (this.config == null || wish == 0) {
			return this.config;
		}
		boolean chosen = this.field.equals("thinking");
		int room = maxTokens - Math.min(maxTokens / 4, MessagesRequest.DEFAULT_MAX_TOKENS);
		int fitting = chosen ? wish : Math.min(wish, Math.max(MIN_BUDGET, room));
		if (fitting >= maxTokens) {
			throw fields.invalid(this.field,
					this.field + " takes at least 1024 tokens, which must be less than the limit of all output");
		}
		return this.config.put("budget_tokens", fitting);
	}

}
