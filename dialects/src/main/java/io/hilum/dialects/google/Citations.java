package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the text of a candidate comes from. Google counts in bytes of UTF-8, OpenAI in
 * characters (here UTF-16 units), so the text is kept. Created per candidate and not
 * thread-safe.
 */
final class Citations {

	private final StringBuilder text = new StringBuilder();

	private byte[] utf8 = {};

	private JsonNode grounding = Json.mapper().missingNode();

	private JsonNode quotes = Json.mapper().missingNode();

	/**
	 * The text goes on.
	 * @param more what stands behind the text so far
	 */
	void follow(String more) {
		this.text.append(more);
	}

	void read(JsonNode candidate) {
		JsonNode metadata = candidate.path("groundingMetadata");
		this.grounding = metadata.path("groundingChunks").isEmpty() ? this.grounding : metadata;
		JsonNode cited = candidate.path("citationMetadata");
		JsonNode list = cited.has("citations") ? cited.path("citations") : cited.path("citationSources");
		this.quotes = list.isEmpty() ? this.quotes : list;
	}

	/**
	 * What was read, as OpenAI's annotations.
	 * @return one {@code url_citation} for each source of each place
	 */
	List<ObjectNode> annotations() {
		List<ObjectNode> found = new ArrayList<>();
		this.utf8 = this.text.toString().getBytes(StandardCharsets.UTF_8);
		JsonNode chunks = this.grounding.path("groundingChunks");
		for (JsonNode support : this.grounding.path("groundingSupports")) {
			for (JsonNode index : support.path("groundingChunkIndices")) {
				add(found, source(chunks.path(index.asInt(-1))), support.path("segment"));
			}
		}
		if (found.isEmpty()) {
			chunks.forEach((chunk) -> add(found, source(chunk), Json.mapper().missingNode()));
		}
		this.quotes.forEach((quote) -> add(found, quote, quote));
		return found;
	}

	private static JsonNode source(JsonNode chunk) {
		for (String kind : List.of("web", "retrievedContext", "maps")) {
			if (chunk.has(kind)) {
				return chunk.get(kind);
			}
		}
		return chunk;
	}

	private void add(List<ObjectNode> found, JsonNode source, JsonNode segment) {
		String url = source.path("uri").asString("");
		if (url.isEmpty()) {
			return;
		}
		Place place = place(segment);
		ObjectNode annotation = Json.object().put("type", "url_citation");
		annotation.putObject("url_citation")
			.put("start_index", place.start())
			.put("end_index", place.end())
			.put("url", url)
			.put("title", source.path("title").asString(""));
		found.add(annotation);
	}

	/**
	 * The place of a segment: where its own text stands, if it has one and Google's
	 * offsets do not hit it.
	 */
	private Place place(JsonNode segment) {
		byte[] bytes = this.utf8;
		int start = Math.clamp(segment.path("startIndex").asInt(0), 0, bytes.length);
		int end = Math.clamp(segment.path("endIndex").asInt(bytes.length), start, bytes.length);
		int first = new String(bytes, 0, start, StandardCharsets.UTF_8).length();
		String hit = new String(bytes, start, end - start, StandardCharsets.UTF_8);
		String wanted = segment.path("text").asString("");
		int found = (wanted.isEmpty() || wanted.equals(hit)) ? -1 : this.text.indexOf(wanted);
		return (found < 0) ? new Place(first, first + hit.length()) : new Place(found, found + wanted.length());
	}

	/**
	 * A range of the text.
	 *
	 * @param start its first character
	 * @param end the character behind its last
	 */
	private record Place(int start, int end) {

	}

}
