package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's marks of what is to be cached, which clients put on parts, messages, tools
 * or the whole request in OpenAI's dialect as well.
 */
final class CacheControl {

	private CacheControl() {
	}

	/**
	 * Copy the mark, if there is one.
	 * @param from what the client marked
	 * @param to what is marked for Anthropic
	 */
	static void copy(RequestFields from, ObjectNode to) {
		JsonNode mark = from.take("cache_control");
		if (mark.isMissingNode()) {
			return;
		}
		RequestFields parts = RequestParts.of(mark, from.pathOf("cache_control"));
		parts.refuseUnless("type", "\"ephemeral\"");
		parts.refuseUnless("ttl", "\"5m\"", "\"1h\"");
		parts.requireAllRead();
		ObjectNode copy = to.putObject("cache_control").put("type", "ephemeral");
		if (mark.hasNonNull("ttl")) {
			copy.set("ttl", mark.path("ttl"));
		}
	}

}
