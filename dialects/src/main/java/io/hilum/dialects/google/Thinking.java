package io.hilum.dialects.google;

import java.util.Locale;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much the model thinks: by level from Gemini 3 on, by tokens before. The tokens are
 * those of Google's own OpenAI endpoint. Who asks for an effort gets the thoughts too.
 */
final class Thinking {

	private static final int LITTLE = 1024;

	private static final int MORE = 8192;

	private static final int MOST = 24_576;

	private final RequestFields fields;

	private final GeminiModel model;

	private final ObjectNode config = Json.object();

	private Thinking(RequestFields fields, GeminiModel model) {
		this.fields = fields;
		this.model = model;
	}

	/**
	 * Translate what a request says about thinking.
	 * @param fields the request
	 * @param model the model
	 * @return Google's {@code thinkingConfig}, empty if the request says nothing
	 */
	static ObjectNode of(RequestFields fields, GeminiModel model) {
		Thinking thinking = new Thinking(fields, model);
		thinking.effort(fields.takeText("reasoning_effort"));
		thinking.budget(fields.takeObject("thinking"));
		thinking.googles(fields.takeObject("extra_body"));
		return thinking.config;
	}

	private void effort(JsonNode effort) {
		if (effort.isMissingNode()) {
			return;
		}
		String word = effort.asString("");
		if (word.equals("none")) {
			stop("reasoning_effort");
			return;
		}
		requireThinks("reasoning_effort");
		if (this.model.isThirdGeneration()) {
			this.config.put("thinkingLevel", level(word));
		}
		else {
			this.config.put("thinkingBudget", tokens(word));
		}
		this.config.put("includeThoughts", true);
	}

	private String level(String effort) {
		return switch (effort) {
			case "minimal" -> this.model.isPro() ? "LOW" : "MINIMAL";
			case "low" -> "LOW";
			case "medium" -> (this.model.isPro() && this.model.generation() == 30) ? "HIGH" : "MEDIUM";
			case "high", "xhigh", "max" -> "HIGH";
			default -> throw this.fields.unsupported("reasoning_effort");
		};
	}

	private int tokens(String effort) {
		return switch (effort) {
			case "minimal", "low" -> LITTLE;
			case "medium" -> MORE;
			case "high", "xhigh", "max" -> MOST;
			default -> throw this.fields.unsupported("reasoning_effort");
		};
	}

	/**
	 * Anthropic's way to say it, which several clients use for all models.
	 */
	private void budget(JsonNode thinking) {
		if (thinking.isMissingNode()) {
			return;
		}
		switch (thinking.path("type").asString("")) {
			case "disabled" -> stop("thinking");
			case "enabled", "adaptive" -> {
				requireThinks("thinking");
				tokens(thinking.path("budget_tokens"));
				this.config.put("includeThoughts", true);
			}
			default -> throw this.fields.unsupported("thinking");
		}
	}

	/**
	 * The way of Google's own OpenAI endpoint: {@code extra_body.google.thinking_config}.
	 */
	private void googles(JsonNode extraBody) {
		if (!(extraBody instanceof ObjectNode outer)) {
			return;
		}
		RequestFields extra = new RequestFields(outer, "extra_body", "Hilum");
		RequestFields google = new RequestFields(object(extra.takeObject("google")), "extra_body.google", "Hilum");
		RequestFields said = new RequestFields(object(google.takeObject("thinking_config")),
				"extra_body.google.thinking_config", "Hilum");
		copy(said.takeFlag("include_thoughts"), "includeThoughts");
		JsonNode budget = said.takeNumber("thinking_budget");
		if (!budget.isMissingNode() && !(budget.isIntegralNumber() && budget.canConvertToInt())) {
			throw said.invalid("thinking_budget", said.pathOf("thinking_budget") + " must be an integer");
		}
		copy(budget, "thinkingBudget");
		JsonNode level = said.takeText("thinking_level");
		if (level.isString()) {
			this.config.put("thinkingLevel", level.asString().toUpperCase(Locale.ROOT));
		}
		said.requireAllRead();
		google.requireAllRead();
		extra.requireAllRead();
	}

	private void copy(JsonNode value, String to) {
		if (!value.isMissingNode()) {
			this.config.set(to, value);
		}
	}

	private static ObjectNode object(JsonNode value) {
		return (value instanceof ObjectNode object) ? object : Json.object();
	}

	private void tokens(JsonNode budget) {
		if (budget.isMissingNode()) {
			return;
		}
		if (!budget.isIntegralNumber() || !budget.canConvertToInt()) {
			throw this.fields.invalid("thinking.budget_tokens", "thinking.budget_tokens must be an integer");
		}
		this.config.remove("thinkingLevel");
		this.config.set("thinkingBudget", budget);
	}

	private void stop(String field) {
		if (this.model.canStopThinking()) {
			this.config.put("thinkingBudget", 0);
		}
		else if (this.model.thinks()) {
			throw this.fields.invalid(field, "This model cannot be told by " + field + " not to think");
		}
	}

	private void requireThinks(String field) {
		if (!this.model.thinks()) {
			throw this.fields.invalid(field, "This model does not think, so it does not support " + field);
		}
	}

}
