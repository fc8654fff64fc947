package io.hilum.dialects.google;

import java.util.Locale;
import java.util.Optional;

import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a request is served. The Gemini API has the tiers {@code standard}, {@code flex}
 * and {@code priority}, and says in the counts which one it was; Vertex AI has no word
 * for it.
 */
final class ServiceTier {

	private static final String PREFIX = "SERVICE_TIER_";

	private ServiceTier() {
	}

	static void write(RequestFields fields, GeminiService service, ObjectNode body) {
		JsonNode tier = fields.take("service_tier");
		switch (tier.asString("")) {
			case "flex", "priority" -> {
				if (!service.serviceTiers()) {
					throw fields.unsupported("service_tier");
				}
				body.put("serviceTier", tier.asString());
			}
			case "auto", "default" -> {
			}
			default -> {
				if (!tier.isMissingNode()) {
					throw fields.unsupported("service_tier");
				}
			}
		}
	}

	/**
	 * The tier in which an answer was made.
	 * @param usage Google's {@code usageMetadata}
	 * @return OpenAI's word for it, if it is told
	 */
	static Optional<String> of(JsonNode usage) {
		String tier = usage.path("serviceTier").asString("");
		String word = (tier.startsWith(PREFIX) ? tier.substring(PREFIX.length()) : tier).toLowerCase(Locale.ROOT);
		return switch (word) {
			case "flex", "priority" -> Optional.of(word);
			case "standard" -> Optional.of("default");
			default -> Optional.empty();
		};
	}

}
