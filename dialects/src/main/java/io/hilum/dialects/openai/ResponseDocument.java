package io.hilum.dialects.openai;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The object {@code response}: what was asked, repeated, and what came. Created per
 * answer and not thread-safe.
 */
final class ResponseDocument {

	private static final String[] REPEATED = { "instructions", "metadata", "max_output_tokens", "temperature", "top_p",
			"parallel_tool_calls", "tool_choice", "tools", "text", "reasoning", "user", "safety_identifier",
			"service_tier", "truncation", "prompt_cache_key", "max_tool_calls" };

	private static final JsonNode DEFAULTS = Json.readAnswer("""
			{"instructions":null,"metadata":{},"max_output_tokens":null,"temperature":1.0,"top_p":1.0,
			"parallel_tool_calls":true,"tool_choice":"auto","tools":[],"text":{"format":{"type":"text"}},
			"reasoning":{"effort":null,"summary":null},"truncation":"disabled","previous_response_id":null,
			"background":false,"store":false}""".getBytes(StandardCharsets.UTF_8));

	private final TranslationRequest asked;

	private final ObjectNode body;

	private final ArrayNode output = Json.mapper().createArrayNode();

	private String suffix;

	private String model;

	private @Nullable ChatUsage usage;

	private @Nullable String incomplete;

	ResponseDocument(TranslationRequest asked, ObjectNode body) {
		this.asked = asked;
		this.body = body;
		this.model = asked.model();
		this.suffix = ChatRequests.fallbackId(asked);
	}

	void identify(@Nullable String id, @Nullable String servedModel) {
		this.suffix = (id != null) ? id.replace("chatcmpl-", "") : this.suffix;
		this.model = (servedModel != null) ? servedModel : this.model;
	}

	String idOf(String prefix, int index) {
		return prefix + "_" + this.suffix + "_" + index;
	}

	ArrayNode output() {
		return this.output;
	}

	void usage(ChatUsage tokens) {
		this.usage = tokens;
	}

	/**
	 * Note why the answer ended.
	 * @param finishReason the word of chat
	 */
	void finish(String finishReason) {
		this.incomplete = switch (finishReason) {
			case "length" -> "max_output_tokens";
			case "content_filter" -> "content_filter";
			default -> null;
		};
	}

	boolean isIncomplete() {
		return this.incomplete != null;
	}

	ObjectNode toJson(String status) {
		ObjectNode response = Json.object()
			.put("id", "resp_" + this.suffix)
			.put("object", "response")
			.put("created_at", this.asked.createdSeconds())
			.put("status", status)
			.putNull("error");
		boolean cut = "incomplete".equals(status);
		response.set("incomplete_details", cut ? Json.object().put("reason", this.incomplete) : null);
		response.put("model", this.model);
		response.set("output", this.output.deepCopy());
		DEFAULTS.propertyStream().forEach((member) -> response.set(member.getKey(), member.getValue()));
		for (String name : REPEATED) {
			ChatRequests.copy(this.body.path(name), response, name);
		}
		response.set("usage", "in_progress".equals(status) ? null : usage());
		return response;
	}

	private @Nullable ObjectNode usage() {
		ChatUsage tokens = this.usage;
		if (tokens == null) {
			return null;
		}
		ObjectNode written = Json.object().put("input_tokens", tokens.prompt());
		ObjectNode input = written.putObject("input_tokens_details").put("cached_tokens", tokens.cached());
		if (tokens.cacheWrite() > 0) {
			input.put("cache_write_tokens", tokens.cacheWrite());
		}
		written.put("output_tokens", tokens.completion());
		written.putObject("output_tokens_details").put("reasoning_tokens", tokens.reasoning());
		return written.put("total_tokens", tokens.prompt() + tokens.completion());
	}

}
