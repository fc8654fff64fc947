package io.hilum.gateway.chat;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds what a model wrote in an answer of OpenAI's form. Thread-safe.
 */
final class AnswerReader {

	private final JsonFactory json;

	AnswerReader(ChatProperties properties) {
		this.json = JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(properties.maxDepth())
				.maxDocumentLength(properties.maxAnswer().toBytes())
				.maxStringLength(Math.toIntExact(properties.maxAnswer().toBytes()))
				.build())
			.build();
	}

	/**
	 * Read an answer or a chunk.
	 * @param bytes the JSON
	 * @return what is in it
	 * @throws tools.jackson.core.JacksonException if it is no JSON object
	 */
	AnswerScan read(byte[] bytes) {
		try (JsonParser parser = this.json.createParser(ObjectReadContext.empty(), bytes)) {
			return new AnswerWalk(parser).walk();
		}
	}

}
