package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks up to where a prompt is cached. Clients say it as Anthropic does, with
 * {@code "cache_control": {"type": "ephemeral"}} on the last part to cache; Bedrock wants
 * a block of its own behind that part.
 */
final class CachePoint {

	private CachePoint() {
	}

	/**
	 * The mark of a part.
	 * @param part the part
	 * @return the block to put behind it, or {@code null} if it is not marked
	 */
	static @Nullable ObjectNode of(RequestFields part) {
		JsonNode control = part.take("cache_control");
		if (control.isMissingNode()) {
			return null;
		}
		if (!control.path("type").asString("").equals("ephemeral")) {
			throw part.unsupported("cache_control");
		}
		ObjectNode block = Json.object();
		ObjectNode point = block.putObject("cachePoint").put("type", "default");
		String life = control.path("ttl").asString("");
		if (!life.isEmpty()) {
			point.put("ttl", life);
		}
		return block;
	}

}
