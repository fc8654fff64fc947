package io.hilum.dialects.google;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sound in an answer, in OpenAI's form. Google sends PCM of 16 bits and has no words for
 * it.
 */
final class Sound {

	private Sound() {
	}

	static ObjectNode more(String base64) {
		return Json.object().put("data", base64);
	}

	static ObjectNode of(String id, String base64) {
		return Json.object().put("id", id).put("data", base64).put("expires_at", 0).put("transcript", "");
	}

}
