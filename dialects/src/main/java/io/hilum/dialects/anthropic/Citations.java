package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's citations as annotations. OpenAI's dialect knows citations of addresses
 * only; those of documents are annotations of a type of their own with what Anthropic
 * said inside.
 */
final class Citations {

	private Citations() {
	}

	/**
	 * Translate a citation.
	 * @param citation Anthropic's object
	 * @param start where the cited text begins in the message
	 * @param end where it ends
	 * @return an annotation
	 */
	static ObjectNode annotation(JsonNode citation, int start, int end) {
		String address = citation.path("url").asString(citation.path("source").asString(""));
		boolean web = address.startsWith("https://") || address.startsWith("http://");
		String type = web ? "url_citation" : "document_citation";
		ObjectNode annotation = Json.object().put("type", type);
		ObjectNode cited = annotation.putObject(type).put("start_index", start).put("end_index", end);
		if (web) {
			cited.put("url", address).put("title", citation.path("title").asString(""));
		}
		else if (citation instanceof ObjectNode object) {
			cited.set("citation", object);
		}
		return annotation;
	}

}
