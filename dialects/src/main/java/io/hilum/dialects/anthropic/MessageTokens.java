package io.hilum.dialects.anthropic;

import io.hilum.dialects.chat.ChatUsage;
import tools.jackson.databind.JsonNode;

/**
 * Counts tokens over the events of one message. Each count is the whole so far, so a
 * later one takes the place of an earlier one and is never added to it. Created per
 * answer and not thread-safe.
 */
final class MessageTokens {

	private long input;

	private long cacheRead;

	private long cacheWrite;

	private long output;

	private long thinking;

	/**
	 * Take a {@code usage}. What it leaves out stays as it was; a prompt of nothing at
	 * all is a placeholder.
	 * @param usage Anthropic's object, maybe missing
	 */
	void take(JsonNode usage) {
		long newInput = count(usage, "input_tokens", this.input);
		long newCacheRead = count(usage, "cache_read_input_tokens", this.cacheRead);
		long newCacheWrite = count(usage, "cache_creation_input_tokens", this.cacheWrite);
		if (newInput + newCacheRead + newCacheWrite > 0) {
			this.input = newInput;
			this.cacheRead = newCacheRead;
			this.cacheWrite = newCacheWrite;
		}
		this.output = count(usage, "output_tokens", this.output);
		this.thinking = count(usage.path("output_tokens_details"), "thinking_tokens", this.thinking);
	}

	private static long count(JsonNode usage, String name, long before) {
		JsonNode value = usage.path(name);
		return value.isNumber() ? Math.max(0, value.asLong(before)) : before;
	}

	/**
	 * The tokens as OpenAI counts them: Anthropic's input is without what a cache held.
	 * @return the tokens
	 */
	ChatUsage toUsage() {
		return new ChatUsage(this.input + this.cacheRead + this.cacheWrite, this.output, this.cacheRead,
				this.cacheWrite, this.thinking);
	}

}
