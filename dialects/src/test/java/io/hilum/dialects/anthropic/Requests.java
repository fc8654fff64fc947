package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Requests for tests.
 */
final class Requests {

	static final int MAX_EVENT_BYTES = 1 << 20;

	private static final StreamTranslator DIRECT = ChatToMessages.direct(MAX_EVENT_BYTES);

	private Requests() {
	}

	static StreamTranslation translate(String chat) {
		return DIRECT.translate(call("claude-sonnet-4-5", chat, null));
	}

	static TranslationRequest call(String model, String chat, @Nullable Integer maxOutput) {
		return new TranslationRequest(chat.replace('\'', '"').getBytes(StandardCharsets.UTF_8), model, false, maxOutput,
				7);
	}

	/**
	 * What is sent, held against the vendor's schema.
	 */
	static JsonNode sent(String chat) {
		return sent("claude-sonnet-4-5", chat, null);
	}

	static JsonNode sentJson(byte[] chat) {
		byte[] request = DIRECT.translate(new TranslationRequest(chat, "claude-sonnet-4-5", false, null, 7)).request();
		VendorSchema.assertConforms(request);
		return Json.readAnswer(request);
	}

	static JsonNode sent(String model, String chat, @Nullable Integer maxOutput) {
		byte[] request = DIRECT.translate(call(model, chat, maxOutput)).request();
		VendorSchema.assertConforms(request);
		return Json.readAnswer(request);
	}

	/**
	 * A request with one message and more fields.
	 */
	static String hello(String fields) {
		return "{'messages':[{'role':'user','content':'Hello'}]" + (fields.isEmpty() ? "" : ",") + fields + "}";
	}

}
