package io.hilum.dialects.google;

import io.hilum.dialects.chat.ChatUsage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Google's count of tokens. What tools of Google put into the prompt, and thoughts, are
 * counted apart from prompt and candidates; OpenAI's totals contain them.
 */
final class Tokens {

	private Tokens() {
	}

	/**
	 * Read a count.
	 * @param usage Google's {@code usageMetadata}
	 * @return the count, or {@code null} if it says nothing of tokens
	 */
	static @Nullable ChatUsage in(JsonNode usage) {
		long candidates = usage.path("candidatesTokenCount").asLong(0);
		long prompt = usage.path("promptTokenCount").asLong(0) + usage.path("toolUsePromptTokenCount").asLong(0);
		long thoughts = usage.path("thoughtsTokenCount").asLong(0);
		if (!usage.has("promptTokenCount") && !usage.has("candidatesTokenCount")) {
			return null;
		}
		boolean thoughtsInside = thoughts > 0 && thoughts <= candidates
				&& usage.path("totalTokenCount").asLong(-1) == prompt + candidates;
		return new ChatUsage(prompt, candidates + (thoughtsInside ? 0 : thoughts),
				usage.path("cachedContentTokenCount").asLong(0), 0, thoughts);
	}

}
