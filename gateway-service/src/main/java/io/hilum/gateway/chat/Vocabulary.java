package io.hilum.gateway.chat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Strings of OpenAI's chat API and of JSON Schema that are no text. A string counts as
 * structure only if both its place and its value are known; everything else is searched.
 */
final class Vocabulary {

	/**
	 * Fields of a request that the gateway gives a meaning to.
	 */
	static final Set<String> FIELDS = Set.of("model", "messages", "input", "stream", "hilum", "user", "tools",
			"functions", "tool_choice", "response_format", "metadata", "prediction", "stop", "safety_identifier");

	private static final Set<String> TEXT_PARTS = Set.of("text", "refusal", "input_text", "output_text", "reasoning");

	private static final Set<String> MEDIA_FIELDS = Set.of("image_url", "input_image", "input_audio", "audio", "file",
			"input_file", "file_data", "video_url", "inline_data", "document", "image");

	private static final Map<String, Set<String>> VALUES = Map.ofEntries(
			Map.entry("role", Set.of("system", "developer", "user", "assistant", "tool", "function")),
			Map.entry("type",
					Set.of("text", "refusal", "input_text", "output_text", "function", "custom", "json_object",
							"json_schema", "string", "number", "integer", "boolean", "object", "array", "null",
							"content", "ephemeral", "grammar", "approximate", "enabled", "disabled", "auto")),
			Map.entry("tool_choice", Set.of("auto", "none", "required", "any")),
			Map.entry("function_call", Set.of("auto", "none")),
			Map.entry("reasoning_effort", Set.of("none", "minimal", "low", "medium", "high", "xhigh")),
			Map.entry("effort", Set.of("none", "minimal", "low", "medium", "high", "xhigh")),
			Map.entry("verbosity", Set.of("low", "medium", "high")),
			Map.entry("encoding_format", Set.of("float", "base64")),
			Map.entry("service_tier", Set.of("auto", "default", "flex", "priority", "scale")),
			Map.entry("modalities", Set.of("text", "audio")),
			Map.entry("format",
					Set.of("date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uuid", "uri",
							"int32", "int64", "float", "double")),
			Map.entry("prompt_cache_retention", Set.of("in-memory", "24h")),
			Map.entry("mode", Set.of("auto", "required")), Map.entry("syntax", Set.of("lark", "regex")));

	private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

	private static final Pattern CALL_ID = Pattern
		.compile("(?:call|toolu|fc|tool|chatcmpl-tool)[_-][A-Za-z0-9_-]{8,64}");

	private static final Pattern SCHEMA_REFERENCE = Pattern.compile("#(?:/[A-Za-z0-9_$-]{1,64}){0,16}");

	private static final String SCHEMA_HOST = "json-schema.org/";

	private Vocabulary() {
	}

	static boolean isStructure(String key, String value) {
		return switch (key) {
			case "required" -> PROPERTY.matcher(value).matches();
			case "$ref" -> SCHEMA_REFERENCE.matcher(value).matches();
			case "$schema" -> value.startsWith("http://" + SCHEMA_HOST) || value.startsWith("https://" + SCHEMA_HOST);
			default -> VALUES.getOrDefault(key, Set.of()).contains(value);
		};
	}

	static boolean asksForJson(String parent, String key, String value) {
		return parent.equals("response_format") && key.equals("type") && value.startsWith("json");
	}

	static boolean isGeneratedId(String value) {
		return CALL_ID.matcher(value).matches();
	}

	static boolean isTextPart(String type) {
		return TEXT_PARTS.contains(type);
	}

	static boolean isMedia(String key) {
		return MEDIA_FIELDS.contains(key);
	}

	static boolean holdsFunctionName(String parent) {
		return switch (parent) {
			case "function", "function_call", "functions", "custom", "json_schema", "tools", "tool_choice" -> true;
			default -> false;
		};
	}

}
