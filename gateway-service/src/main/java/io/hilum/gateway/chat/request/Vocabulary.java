package io.hilum.gateway.chat.request;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Strings of the APIs of OpenAI and Anthropic and of JSON Schema that are no text. A
 * string counts as structure only if both its place and its value are known; everything
 * else is searched.
 */
public final class Vocabulary {

	/**
	 * Fields of a request that the gateway gives a meaning to.
	 */
	static final Set<String> FIELDS = Set.of("model", "messages", "input", "stream", "hilum", "user", "tools",
			"functions", "tool_choice", "response_format", "metadata", "prediction", "stop", "safety_identifier",
			"prompt", "suffix", "instructions", "text", "store", "previous_response_id", "conversation", "background",
			"system", "stop_sequences");

	private static final Set<String> MEDIA_FIELDS = Set.of("image_url", "input_image", "input_audio", "audio", "file",
			"input_file", "file_data", "video_url", "inline_data", "document", "image");

	private static final Map<String, Set<String>> VALUES = Map.ofEntries(
			Map.entry("role", Set.of("system", "developer", "user", "assistant", "tool", "function")),
			Map.entry("type", Set.of("text", "refusal", "input_text", "output_text", "function", "custom",
					"json_object", "json_schema", "string", "number", "integer", "boolean", "object", "array", "null",
					"content", "ephemeral", "grammar", "approximate", "enabled", "disabled", "auto", "none", "any",
					"tool", "allowed_tools", "message", "function_call", "function_call_output", "custom_tool_call",
					"custom_tool_call_output", "item_reference", "reasoning", "summary_text", "reasoning_text",
					"input_image", "input_file", "input_audio", "image_url", "file", "base64", "url", "image",
					"document", "tool_use", "tool_result", "thinking", "redacted_thinking", "search_result",
					"server_tool_use", "web_search_tool_result", "web_search_result", "web_search",
					"web_search_preview", "file_search", "code_interpreter", "image_generation", "mcp", "adaptive",
					"char_location", "page_location", "content_block_location", "tool_search", "tool_search_call",
					"tool_search_output", "additional_tools", "namespace", "compaction", "web_search_call",
					"file_search_call", "code_interpreter_call", "mcp_list_tools", "mcp_call", "mcp_approval_request",
					"mcp_approval_response", "local_shell_call", "local_shell_call_output", "shell_call",
					"shell_call_output", "apply_patch_call", "apply_patch_call_output", "tool_search_tool_result",
					"tool_search_tool_search_result", "tool_reference", "tool_addition", "web_fetch_tool_result",
					"web_fetch_result", "code_execution_tool_result", "bash_code_execution_tool_result",
					"text_editor_code_execution_tool_result", "mcp_tool_use", "mcp_tool_result")),
			Map.entry("tool_choice", Set.of("auto", "none", "required", "any")),
			Map.entry("status", Set.of("in_progress", "completed", "incomplete")),
			Map.entry("execution", Set.of("client", "server")),
			Map.entry("phase", Set.of("commentary", "final_answer")),
			Map.entry("truncation", Set.of("auto", "disabled")),
			Map.entry("summary", Set.of("auto", "concise", "detailed")),
			Map.entry("detail", Set.of("auto", "low", "high", "original")),
			Map.entry("media_type", Set.of("text/plain", "application/pdf")), Map.entry("ttl", Set.of("5m", "1h")),
			Map.entry("include",
					Set.of("reasoning.encrypted_content", "message.output_text.logprobs", "file_search_call.results",
							"web_search_call.results", "web_search_call.action.sources",
							"message.input_image.image_url", "computer_call_output.output.image_url",
							"code_interpreter_call.outputs")),
			Map.entry("function_call", Set.of("auto", "none")),
			Map.entry("reasoning_effort", Set.of("none", "minimal", "low", "medium", "high", "xhigh")),
			Map.entry("effort", Set.of("none", "minimal", "low", "medium", "high", "xhigh")),
			Map.entry("verbosity", Set.of("low", "medium", "high")),
			Map.entry("encoding_format", Set.of("float", "base64")),
			Map.entry("service_tier", Set.of("auto", "default", "flex", "priority", "scale", "standard_only")),
			Map.entry("modalities", Set.of("text", "audio")),
			Map.entry("format",
					Set.of("date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uuid", "uri",
							"int32", "int64", "float", "double")),
			Map.entry("prompt_cache_retention", Set.of("in-memory", "24h")),
			Map.entry("mode", Set.of("auto", "required")), Map.entry("syntax", Set.of("lark", "regex")));

	private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

	private static final Pattern CALL_ID = Pattern.compile(
			"(?:call|toolu|srvtoolu|fc|ctc|msg|rs|resp|conv|tool|chatcmpl-tool|cmp|tsc|tso|ws|fs|ci|mcp|mcpl|mcpr|lsh|sh|apc)[_-][A-Za-z0-9_-]{8,64}");

	private static final Pattern VERSIONED_TOOL = Pattern.compile("[a-z_]{3,40}_20[0-9]{6}");

	private static final Set<String> SEALED = Set.of("signature", "encrypted_content", "encrypted_index",
			"thought_signature");

	private static final Set<String> PAYLOADS = Set.of("data", "file_data", "b64_json", "result");

	private static final int MIN_BLOB = 64;

	private static final Pattern SCHEMA_REFERENCE = Pattern.compile("#(?:/[A-Za-z0-9_$-]{1,64}){0,16}");

	private static final String SCHEMA_HOST = "json-schema.org/";

	private Vocabulary() {
	}

	/**
	 * Whether a string is a word of an API.
	 * @param key its key
	 * @param value the string
	 * @return {@code true} if it can be no text
	 */
	public static boolean isStructure(String key, String value) {
		return switch (key) {
			case "required" -> PROPERTY.matcher(value).matches();
			case "$ref" -> SCHEMA_REFERENCE.matcher(value).matches();
			case "$schema" -> value.startsWith("http://" + SCHEMA_HOST) || value.startsWith("https://" + SCHEMA_HOST);
			case "type" ->
				VALUES.getOrDefault(key, Set.of()).contains(value) || VERSIONED_TOOL.matcher(value).matches();
			default -> VALUES.getOrDefault(key, Set.of()).contains(value);
		};
	}

	/**
	 * Whether the answer is asked for as JSON: {@code response_format} of a chat,
	 * {@code text.format} of a response, {@code output_config.format} of a message.
	 */
	static boolean asksForJson(String parent, String key, String value) {
		return key.equals("type") && value.startsWith("json")
				&& (parent.equals("response_format") || parent.equals("format") || parent.equals("output_format"));
	}

	/**
	 * Whether a string was encrypted or signed by a provider, which takes it back only as
	 * it is and can read no text in it.
	 */
	static boolean isSealed(String parent, String key, String value) {
		boolean place = SEALED.contains(key) || (key.equals("data") && parent.equals("content"));
		return place && isBlob(value, 0);
	}

	/**
	 * Whether a string is a file.
	 */
	static boolean isPayload(String key, String value) {
		return isDataUrl(value) || (PAYLOADS.contains(key) && isBlob(value, 0));
	}

	/**
	 * Whether there is nothing in a file that could be searched as text.
	 */
	static boolean isBinary(String value) {
		return isBlob(value, value.indexOf(',') + 1);
	}

	private static boolean isDataUrl(String value) {
		return value.startsWith("data:") && value.contains(";base64,");
	}

	private static boolean isBlob(String value, int from) {
		for (int i = from; i < value.length(); i++) {
			char c = value.charAt(i);
			boolean base64 = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
					|| c == '/' || c == '=' || c == '-' || c == '_';
			if (!base64) {
				return false;
			}
		}
		return value.length() - from >= MIN_BLOB;
	}

	/**
	 * Whether a string has the form of an id that a provider made.
	 * @param value the string
	 * @return {@code true} if it has
	 */
	public static boolean isGeneratedId(String value) {
		return CALL_ID.matcher(value).matches();
	}

	static boolean isMedia(String key) {
		return MEDIA_FIELDS.contains(key);
	}

	static boolean holdsFunctionName(String parent) {
		return switch (parent) {
			case "function", "function_call", "functions", "custom", "json_schema", "format", "tools", "tool_choice",
					"input", "content", "tool", "tool_references" ->
				true;
			default -> false;
		};
	}

	static boolean holdsGeneratedId(String parent) {
		return switch (parent) {
			case "tool_calls", "input", "content", "conversation" -> true;
			default -> false;
		};
	}

}
