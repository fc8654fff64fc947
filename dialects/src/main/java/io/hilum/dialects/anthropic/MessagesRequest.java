package io.hilum.dialects.anthropic;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the request. What Anthropic cannot do is refused by name; what only says how
 * OpenAI keeps or caches a request is passed over.
 */
final class MessagesRequest {

	static final String PROVIDER = "Anthropic";

	/**
	 * How much may be written if neither the client nor the catalogue says it: what even
	 * the oldest models of the Messages API can. Anthropic wants a limit with each
	 * request.
	 */
	static final int DEFAULT_MAX_TOKENS = 4096;

	private final TranslationRequest call;

	private final RequestFields fields;

	private final ObjectNode request = Json.object();

	private MessagesRequest(TranslationRequest call) {
		this.call = call;
		this.fields = RequestParts.of(Json.readLeniently(call.body()), "");
	}

	static ObjectNode of(TranslationRequest call, Envelope envelope) {
		MessagesRequest writer = new MessagesRequest(call);
		envelope.write(call, writer.request);
		writer.write();
		return writer.request;
	}

	private void write() {
		this.fields.ignore("model", "stream", "stream_options", "prompt_cache_key", "prompt_cache_retention");
		refuseWhatAnthropicCannotDo();
		Conversation conversation = Conversation.of(this.fields.takeList("messages"));
		Thinking thinking = Thinking.of(this.fields, ClaudeModel.of(this.call.model()),
				conversation.endsInUnthinkingToolTurn());
		int maxTokens = maxTokens(thinking.budget());
		this.request.put("max_tokens", maxTokens);
		conversation.write(this.request);
		Tools.write(this.fields, this.request);
		setIfSaid("thinking", thinking.within(maxTokens, this.fields));
		writeOutputConfig(thinking.effort());
		writeSampling();
		writeService();
		CacheControl.copy(this.fields, this.request);
		this.fields.requireAllRead();
	}

	private void refuseWhatAnthropicCannotDo() {
		this.fields.refuseUnless("n", "1");
		this.fields.refuseUnless("logprobs", "false");
		this.fields.refuseUnless("top_logprobs", "0");
		this.fields.refuseUnless("logit_bias", "{}");
		this.fields.refuseUnless("presence_penalty", "0", "0.0");
		this.fields.refuseUnless("frequency_penalty", "0", "0.0");
		this.fields.refuseUnless("modalities", "[\"text\"]");
		this.fields.refuseUnless("store", "false");
		this.fields.refuseUnless("metadata", "{}");
		this.fields.refuseUnless("verbosity", "\"medium\"");
	}

	private int maxTokens(int budget) {
		JsonNode limit = wholeNumber("max_completion_tokens");
		JsonNode old = wholeNumber("max_tokens");
		limit = limit.isMissingNode() ? old : limit;
		if (limit.isMissingNode()) {
			Integer known = this.call.maxOutput();
			return (known != null) ? known : DEFAULT_MAX_TOKENS + budget;
		}
		return limit.intValue();
	}

	private JsonNode wholeNumber(String name) {
		JsonNode number = this.fields.take(name);
		if (!number.isMissingNode() && (!number.isNumber() || !number.canConvertToInt() || number.intValue() < 1
				|| number.doubleValue() % 1 != 0)) {
			throw this.fields.invalid(name, name + " must be a whole number above 0");
		}
		return number;
	}

	private void writeOutputConfig(@Nullable String effort) {
		ObjectNode format = OutputFormat.of(this.fields);
		if (effort == null && format == null) {
			return;
		}
		ObjectNode config = this.request.putObject("output_config");
		if (effort != null) {
			config.put("effort", effort);
		}
		if (format != null) {
			config.set("format", format);
		}
	}

	/**
	 * OpenAI's temperatures go up to 2, and nothing of Anthropic's is like those above 1.
	 */
	private void writeSampling() {
		JsonNode temperature = this.fields.takeNumber("temperature");
		if (temperature.asDouble(0) > 1) {
			throw this.fields.invalid("temperature", PROVIDER + " does not support temperature above 1");
		}
		setIfSaid("temperature", temperature);
		setIfSaid("top_p", this.fields.takeNumber("top_p"));
		setIfSaid("top_k", wholeNumber("top_k"));
		writeStop(this.fields.take("stop"));
	}

	private void writeStop(JsonNode stop) {
		ArrayNode sequences = Json.mapper().createArrayNode();
		if (stop instanceof ArrayNode several) {
			sequences.addAll(several);
		}
		else if (!stop.isMissingNode()) {
			sequences.add(stop);
		}
		for (JsonNode sequence : sequences) {
			if (!sequence.isString()) {
				throw this.fields.invalid("stop", "stop must be a string or a list of strings");
			}
		}
		if (!sequences.isEmpty()) {
			this.request.set("stop_sequences", sequences);
		}
	}

	private void writeService() {
		JsonNode user = this.fields.takeText("user");
		JsonNode safetyIdentifier = this.fields.takeText("safety_identifier");
		JsonNode known = safetyIdentifier.isMissingNode() ? user : safetyIdentifier;
		if (!known.isMissingNode()) {
			this.request.putObject("metadata").set("user_id", known);
		}
		JsonNode tier = this.fields.takeText("service_tier");
		if (!tier.isMissingNode()) {
			this.request.put("service_tier", switch (tier.asString("")) {
				case "auto" -> "auto";
				case "default" -> "standard_only";
				default -> throw this.fields.unsupported("service_tier");
			});
		}
	}

	private void setIfSaid(String name, @Nullable JsonNode value) {
		if (value != null && !value.isMissingNode()) {
			this.request.set(name, value);
		}
	}

}
