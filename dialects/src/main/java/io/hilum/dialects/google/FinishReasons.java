package io.hilum.dialects.google;

import java.util.List;

import io.hilum.dialects.chat.FinishReason;
import tools.jackson.databind.JsonNode;

/**
 * Why a candidate ended. Some clients of Google ask for numbers instead of names, and
 * proxies pass them on.
 */
final class FinishReasons {

	/** The names by their numbers in {@code google.cloud.aiplatform.v1.Candidate}. */
	private static final List<String> BY_NUMBER = List.of("FINISH_REASON_UNSPECIFIED", "STOP", "MAX_TOKENS", "SAFETY",
			"RECITATION", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "MALFORMED_FUNCTION_CALL", "MODEL_ARMOR",
			"IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "IMAGE_OTHER", "UNEXPECTED_TOOL_CALL",
			"NO_IMAGE");

	private FinishReasons() {
	}

	/**
	 * Whether a reason is given.
	 * @param reason Google's {@code finishReason}
	 * @return {@code true} if it is one
	 */
	static boolean isSaid(JsonNode reason) {
		String name = name(reason);
		return !name.isEmpty() && !name.endsWith("UNSPECIFIED");
	}

	/**
	 * OpenAI's reason. Where Google stopped a candidate for a reason of its own, the
	 * client must not take the text for a whole one: that is a filter.
	 * @param reason Google's {@code finishReason}
	 * @param called whether functions are called
	 * @return the reason
	 */
	static FinishReason of(JsonNode reason, boolean called) {
		return switch (name(reason)) {
			case "MAX_TOKENS" -> FinishReason.LENGTH;
			case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "MODEL_ARMOR",
					"IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "IMAGE_OTHER", "OTHER",
					"ESCALATION", "PUP_LIMITED_DISABLED" ->
				FinishReason.CONTENT_FILTER;
			default -> called ? FinishReason.TOOL_CALLS : FinishReason.STOP;
		};
	}

	private static String name(JsonNode reason) {
		if (reason.isIntegralNumber()) {
			int number = reason.asInt(-1);
			return (number >= 0 && number < BY_NUMBER.size()) ? BY_NUMBER.get(number) : "OTHER";
		}
		return reason.asString("");
	}

}
