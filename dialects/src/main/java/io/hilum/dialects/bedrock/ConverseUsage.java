package io.hilum.dialects.bedrock;

import io.hilum.dialects.chat.ChatUsage;
import tools.jackson.databind.JsonNode;

/**
 * Reads Bedrock's tokens, whose input leaves out what was read from or written to a
 * cache.
 */
final class ConverseUsage {

	private ConverseUsage() {
	}

	static ChatUsage read(JsonNode usage) {
		long read = count(usage, "cacheReadInputTokens");
		long written = count(usage, "cacheWriteInputTokens");
		long prompt = usage.path("inputTokens").asLong(0) + read + written;
		return new ChatUsage(prompt, usage.path("outputTokens").asLong(0), read, written, 0);
	}

	/** Some models' answers have only the older name. */
	private static long count(JsonNode usage, String name) {
		return usage.path(name).asLong(usage.path(name.replace("Tokens", "TokenCount")).asLong(0));
	}

}
