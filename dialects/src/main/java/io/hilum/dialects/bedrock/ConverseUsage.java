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
		long read = usage.path("cacheReadInputTokens").asLong(0);
		long written = usage.path("cacheWriteInputTokens").asLong(0);
		long prompt = usage.path("inputTokens").asLong(0) + read + written;
		return new ChatUsage(prompt, usage.path("outputTokens").asLong(0), read, written, 0);
	}

}
