package io.hilum.dialects.openai;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.chat.ChatSink;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What whole and streamed completions have in common. Created per answer and not
 * thread-safe.
 */
abstract sealed class CompletionAnswer implements ChatSink permits CompletionText, CompletionEvents {

	private final long createdSeconds;

	private String id;

	private String model;

	private @Nullable ChatUsage usage;

	CompletionAnswer(TranslationRequest asked) {
		this.createdSeconds = asked.createdSeconds();
		this.id = "cmpl-" + ChatRequests.fallbackId(asked);
		this.model = asked.model();
	}

	@Override
	public final void identify(@Nullable String chatId, @Nullable String chatModel) {
		this.id = (chatId != null) ? "cmpl-" + chatId.replace("chatcmpl-", "") : this.id;
		this.model = (chatModel != null) ? chatModel : this.model;
	}

	@Override
	public final void usage(ChatUsage tokens) {
		this.usage = tokens;
	}

	final @Nullable ChatUsage usage() {
		return this.usage;
	}

	/**
	 * A document without choices and usage.
	 */
	final ObjectNode head() {
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
