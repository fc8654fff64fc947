package io.hilum.dialects.messages;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.chat.ChatSink;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What whole and streamed messages have in common. Only the first choice: messages have
 * no others. Created per answer and not thread-safe.
 */
abstract sealed class MessageAnswer implements ChatSink permits MessageDocument, MessageEvents {

	private String id;

	private String model;

	private boolean refused;

	private String stopReason = "end_turn";

	private ChatUsage usage = new ChatUsage(0, 0, 0, 0, 0);

	MessageAnswer(TranslationRequest asked) {
		this.id = "msg_" + ChatRequests.fallbackId(asked);
		this.model = asked.model();
	}

	@Override
	public final boolean firstChoiceOnly() {
		return true;
	}

	@Override
	public void identify(@Nullable String chatId, @Nullable String servedModel) {
		this.id = (chatId != null) ? "msg_" + chatId.replace("chatcmpl-", "") : this.id;
		this.model = (servedModel != null) ? servedModel : this.model;
	}

	@Override
	public final void refusal(int choice, String text) {
		content(choice, text);
		this.refused = true;
	}

	@Override
	public final void finish(int choice, String finishReason) {
		this.stopReason = switch (finishReason) {
			case "length" -> "max_tokens";
			case "tool_calls", "function_call" -> "tool_use";
			case "content_filter" -> "refusal";
			default -> "end_turn";
		};
	}

	final String stopReason() {
		return this.refused ? "refusal" : this.stopReason;
	}

	@Override
	public final void usage(ChatUsage tokens) {
		this.usage = tokens;
	}

	/**
	 * The tokens as Anthropic counts: what a cache was read or written for is not input.
	 */
	final ObjectNode usage() {
		long fresh = this.usage.prompt() - this.usage.cached() - this.usage.cacheWrite();
		return Json.object()
			.put("input_tokens", Math.max(0, fresh))
			.put("cache_creation_input_tokens", this.usage.cacheWrite())
			.put("cache_read_input_tokens", this.usage.cached())
			.put("output_tokens", this.usage.completion());
	}

	/**
	 * A message without content and end.
	 */
	final ObjectNode head() {
		ObjectNode message = Json.object()
			.put("id", this.id)
			.put("type", "message")
			.put("role", "assistant")
			.put("model", this.model);
		message.putArray("content");
		message.putNull("stop_reason").putNull("stop_sequence").set("usage", usage());
		return message;
	}

}
