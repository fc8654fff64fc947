package io.hilum.dialects.openai;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each document of a completion begins with. Not thread-safe.
 */
final class CompletionHead {

	private final long createdSeconds;

	private String id;

	private String model;

	CompletionHead(TranslationRequest asked) {
		this.createdSeconds = asked.createdSeconds();
		this.id = "cmpl-" + ChatRequests.fallbackId(asked);
		this.model = asked.model();
	}

	void identify(@Nullable String chatId, @Nullable String chatModel) {
		this.id = (chatId != null) ? "cmpl-" + chatId.replace("chatcmpl-", "") : this.id;
		this.model = (chatModel != null) ? chatModel : this.model;
	}

	ObjectNode document() {
		return Json.object()
			.put("id", this.id)
			.put("object", "text_completion")
			.put("created", this.createdSeconds)
			.put("model", this.model);
	}

	static ObjectNode choice(int index, String text, @Nullable String finishReason) {
		return Json.object()
			.put("index", index)
			.put("text", text)
			.putNull("logprobs")
			.put("finish_reason", finishReason);
	}

}
