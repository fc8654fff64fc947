package io.hilum.dialects.chat;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tokens of a chat completion. As OpenAI counts: the totals contain their details.
 *
 * @param prompt all input, tokens read from and written to a cache included
 * @param completion all output, reasoning included
 * @param cached input read from a cache
 * @param cacheWrite input written to a cache
 * @param reasoning output that is reasoning
 */
public record ChatUsage(long prompt, long completion, long cached, long cacheWrite, long reasoning) {

	/**
	 * OpenAI's object {@code usage}. What was written to a cache stands in
	 * {@code prompt_tokens_details.cache_write_tokens}, which OpenAI itself does not
	 * have.
	 * @return the object
	 */
	public ObjectNode toJson() {
		ObjectNode usage = Json.object();
		usage.put("prompt_tokens", this.prompt);
		usage.put("completion_tokens", this.completion);
		usage.put("total_tokens", this.prompt + this.completion);
		ObjectNode input = usage.putObject("prompt_tokens_details").put("cached_tokens", this.cached);
		if (this.cacheWrite > 0) {
			input.put("cache_write_tokens", this.cacheWrite);
		}
		usage.putObject("completion_tokens_details").put("reasoning_tokens", this.reasoning);
		return usage;
	}

}
