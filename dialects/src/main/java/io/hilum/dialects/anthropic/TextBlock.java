package io.hilum.dialects.anthropic;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A block of text. Its citations are of the whole block, so they wait for its end; a
 * bound keeps their number small.
 */
final class TextBlock implements OpenBlock {

	private static final int MAX_WAITING = 64;

	private final List<JsonNode> citations = new ArrayList<>();

	private final ChatChunks chunks;

	private final TextSoFar text;

	private final int start;

	TextBlock(ChatChunks chunks, TextSoFar text) {
		this.chunks = chunks;
		this.text = text;
		this.start = text.length();
	}

	@Override
	public void start(JsonNode block) {
		write(block.path("text").asString(""));
		block.path("citations").forEach(this::cite);
	}

	@Override
	public void delta(JsonNode delta) {
		write(delta.path("text").asString(""));
		if (delta.path("citation").isObject()) {
			cite(delta.path("citation"));
		}
	}

	private void write(String piece) {
		if (!piece.isEmpty()) {
			this.text.grow(piece);
			this.chunks.content(0, piece);
		}
	}

	private void cite(JsonNode citation) {
		this.citations.add(citation);
		if (this.citations.size() == MAX_WAITING) {
			stop();
		}
	}

	@Override
	public void stop() {
		for (JsonNode citation : this.citations) {
			this.chunks.extension(0, "annotations",
					Json.mapper()
						.createArrayNode()
						.add(Citations.annotation(citation, this.start, this.text.length())
							.put("index", this.text.nextAnnotation())));
		}
		this.citations.clear();
	}

}
