package io.hilum.dialects.bedrock;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * How a request was served.
 */
final class ServiceTier {

	private ServiceTier() {
	}

	static Optional<String> of(JsonNode answer) {
		JsonNode type = answer.path("serviceTier").path("type");
		return type.isString() ? Optional.of(type.asString()) : Optional.empty();
	}

}
