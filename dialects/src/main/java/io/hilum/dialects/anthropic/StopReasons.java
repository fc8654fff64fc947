package io.hilum.dialects.anthropic;

import io.hilum.dialects.chat.FinishReason;

/**
 * Why Anthropic's models stop, in OpenAI's words.
 */
final class StopReasons {

	private StopReasons() {
	}

	/**
	 * Translate a reason.
	 * @param reason Anthropic's word; a pause of its own tools and what is not known yet
	 * count as a plain end
	 * @param toolCalls whether the client's tools are called
	 * @return OpenAI's word
	 */
	static FinishReason of(String reason, boolean toolCalls) {
		return switch (reason) {
			case "tool_use" -> FinishReason.TOOL_CALLS;
			case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
			case "refusal" -> FinishReason.CONTENT_FILTER;
			case "end_turn", "stop_sequence", "pause_turn", "compaction" -> FinishReason.STOP;
			default -> toolCalls ? FinishReason.TOOL_CALLS : FinishReason.STOP;
		};
	}

}
