package io.hilum.dialects.bedrock;

import io.hilum.dialects.chat.FinishReason;

/**
 * Why a model stopped, in OpenAI's words.
 */
final class StopReasons {

	private StopReasons() {
	}

	/**
	 * OpenAI has no word for output that cannot be read ({@code malformed_model_output},
	 * {@code malformed_tool_use}): the model is done and the client sees what there is.
	 */
	static FinishReason of(String stopReason) {
		return switch (stopReason) {
			case "tool_use" -> FinishReason.TOOL_CALLS;
			case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
			case "guardrail_intervened", "content_filtered", "refusal" -> FinishReason.CONTENT_FILTER;
			default -> FinishReason.STOP;
		};
	}

}
