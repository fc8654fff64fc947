package io.hilum.dialects.bedrock;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.BrokenAnswerException;
import tools.jackson.databind.JsonNode;

/**
 * What must be known of a block of a streamed answer until it ends. Mutable, created per
 * block and not thread-safe.
 */
final class StreamedBlock {

	/** Citations of one block of text. */
	private static final int MOST_CITATIONS = 1_000;

	/** Characters of an image in base64: 24 MiB. */
	private static final int LONGEST_IMAGE = 32 * 1024 * 1024;

	final List<JsonNode> citations = new ArrayList<>();

	final StringBuilder image = new StringBuilder();

	/** Where the text of the block begins in the answer, in UTF-16 units. */
	final int textStart;

	/** The number of its tool call, or -1. */
	int call = -1;

	/** The number of its block of reasoning, or -1. */
	int thought = -1;

	boolean hasInput;

	String imageFormat = "png";

	StreamedBlock(int textStart) {
		this.textStart = textStart;
	}

	void citation(JsonNode citation) {
		if (this.citations.size() >= MOST_CITATIONS) {
			throw new BrokenAnswerException("A block of a stream has too many citations");
		}
		this.citations.add(citation);
	}

	void image(String base64) {
		if (this.image.length() + base64.length() > LONGEST_IMAGE) {
			throw new BrokenAnswerException("An image of a stream is too long");
		}
		this.image.append(base64);
	}

}
