package io.hilum.dialects.bedrock;

import java.util.Set;

import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How hard a model thinks. OpenAI has {@code reasoning_effort}; each maker of Bedrock's
 * models has a field of its own. {@code thinking} is Anthropic's object, for clients that
 * want to say it exactly; it goes before {@code reasoning_effort}.
 */
final class ReasoningFields {

	/** Anthropic's bound. */
	private static final int LEAST_BUDGET = 1024;

	private static final Set<String> EFFORTS = Set.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

	private final ModelFamily family;

	private final @Nullable Integer limit;

	/**
	 * Prepare for a call.
	 * @param family whose model it is
	 * @param maxTokens what the client allows
	 * @param maxOutput what the model can write
	 */
	ReasoningFields(ModelFamily family, @Nullable Integer maxTokens, @Nullable Integer maxOutput) {
		this.family = family;
		this.limit = (maxTokens != null) ? maxTokens : maxOutput;
	}

	void write(RequestFields fields, ObjectNode body, ObjectNode extra) {
		JsonNode effort = fields.take("reasoning_effort");
		JsonNode thinking = fields.take("thinking");
		if (!thinking.isMissingNode()) {
			writeThinking(fields, ConverseRequest.requireObject(fields, "thinking", thinking), extra);
		}
		if (effort.isMissingNode()) {
			return;
		}
		if (!effort.isString() || !EFFORTS.contains(effort.asString())) {
			throw fields.invalid("reasoning_effort",
					"reasoning_effort must be one of " + EFFORTS.stream().sorted().toList());
		}
		if (thinking.isMissingNode()) {
			writeEffort(fields, effort.asString(), body, extra);
		}
		else if (this.family == ModelFamily.CLAUDE_ADAPTIVE && !effort.asString().equals("none")) {
			body.withObject("/outputConfig").put("effort", adaptiveEffort(effort.asString()));
		}
	}

	private void writeEffort(RequestFields fields, String effort, ObjectNode body, ObjectNode extra) {
		switch (this.family) {
			case CLAUDE_WITH_BUDGET -> budget(fields, effort, body, extra);
			case CLAUDE_ADAPTIVE -> adaptive(effort, body, extra);
			case NOVA_2 -> nova(effort, extra);
			case GPT_OSS -> extra.put("reasoning_effort", ofThree(effort));
			case CLAUDE_WITHOUT_THINKING, NOVA, MISTRAL, COHERE, OTHER -> {
				if (!effort.equals("none")) {
					throw fields.unsupported("reasoning_effort");
				}
			}
		}
	}

	/**
	 * Clients that know only OpenAI's dialect do not send thoughts back. Their
	 * conversation goes on without thinking until the calls of tools are done.
	 */
	private void budget(RequestFields fields, String effort, ObjectNode body, ObjectNode extra) {
		if (effort.equals("none") || ConverseTurns.lackThoughts(body.path("messages"))) {
			return;
		}
		int wanted = switch (effort) {
			case "minimal", "low" -> LEAST_BUDGET;
			case "medium" -> 4096;
			case "high" -> 16_384;
			default -> 24_576;
		};
		extra.putObject("thinking")
			.put("type", "enabled")
			.put("budget_tokens", fitting(fields, "reasoning_effort", wanted));
	}

	/**
	 * The budget counts as output, so half of what may be written stays for the answer if
	 * the client's limit is narrow.
	 */
	private int fitting(RequestFields fields, String name, int wanted) {
		if (this.limit == null) {
			return wanted;
		}
		if (this.limit <= LEAST_BUDGET) {
			throw fields.invalid(name, "To think, this model needs more than " + LEAST_BUDGET + " max_tokens");
		}
		return Math.min(wanted, Math.max(LEAST_BUDGET, this.limit / 2));
	}

	private static void adaptive(String effort, ObjectNode body, ObjectNode extra) {
		if (effort.equals("none")) {
			return;
		}
		extra.putObject("thinking").put("type", "adaptive");
		body.withObject("/outputConfig").put("effort", adaptiveEffort(effort));
	}

	private static String adaptiveEffort(String effort) {
		return effort.equals("minimal") ? "low" : effort;
	}

	private static void nova(String effort, ObjectNode extra) {
		ObjectNode config = extra.withObject("/reasoningConfig");
		if (effort.equals("none")) {
			config.put("type", "disabled");
			return;
		}
		config.put("type", "enabled").put("maxReasoningEffort", ofThree(effort));
	}

	/** Makers that know only three efforts are told the nearest. */
	private static String ofThree(String effort) {
		return switch (effort) {
			case "none", "minimal", "low" -> "low";
			case "medium" -> "medium";
			default -> "high";
		};
	}

	private void writeThinking(RequestFields fields, ObjectNode thinking, ObjectNode extra) {
		if (!this.family.isClaude() && this.family != ModelFamily.OTHER) {
			throw fields.unsupported("thinking");
		}
		ObjectNode sent = thinking.deepCopy();
		JsonNode budget = thinking.path("budget_tokens");
		if (budget.isIntegralNumber() && this.limit != null && budget.asInt() >= this.limit) {
			sent.put("budget_tokens", fitting(fields, "thinking", budget.asInt()));
		}
		extra.set("thinking", sent);
	}

}
