package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a text of an answer comes from. A place in the web is OpenAI's
 * {@code url_citation}; for a place in a document OpenAI's chat has no word, so it goes
 * on as {@code document_citation} with what Bedrock said inside.
 */
final class Citations {

	private Citations() {
	}

	/**
	 * An annotation.
	 * @param citation Bedrock's citation, whole or as a delta
	 * @param start where the cited text begins in the answer, in UTF-16 units
	 * @param end where it ends
	 */
	static ObjectNode annotation(JsonNode citation, int start, int end) {
		JsonNode url = citation.path("location").path("web").path("url");
		String type = url.isString() ? "url_citation" : "document_citation";
		ObjectNode annotation = Json.object().put("type", type);
		ObjectNode cited = annotation.putObject(type).put("start_index", start).put("end_index", end);
		if (url.isString()) {
			cited.put("title", citation.path("title").asString("")).set("url", url);
		}
		else {
			cited.set("citation", citation);
		}
		return annotation;
	}

}
