package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signatures of thoughts, which a model wants to see again. They travel as in Google's
 * own OpenAI endpoint: {@code extra_content.google.thought_signature}.
 */
final class Signatures {

	/** The name of the field in Google's dialect. */
	static final String NATIVE = "thoughtSignature";

	/**
	 * What Google documents for histories whose signature is lost or was made by another
	 * model.
	 */
	static final String NOT_KNOWN = Base64.getEncoder()
		.encodeToString("skip_thought_signature_validator".getBytes(StandardCharsets.US_ASCII));

	private Signatures() {
	}

	static JsonNode in(JsonNode extraContent) {
		return extraContent.path("google").path("thought_signature");
	}

	static @Nullable ObjectNode extraContent(@Nullable String signature) {
		if (signature == null) {
			return null;
		}
		ObjectNode extra = Json.object();
		extra.putObject("google").put("thought_signature", signature);
		return extra;
	}

}
