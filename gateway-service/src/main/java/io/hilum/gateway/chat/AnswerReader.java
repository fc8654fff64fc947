package io.hilum.gateway.chat;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds what a model wrote in an answer. Thread-safe.
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
	 * Read an answer or an event.
	 * @param dialect the API that the client speaks
	 * @param bytes the JSON
	 * @return what is in it
	 * @throws tools.jackson.core.JacksonException if it is no JSON object
	 */
	AnswerScan read(Dialect dialect, byte[] bytes) {
		try (JsonParser parser = this.json.createParser(ObjectReadContext.empty(), bytes)) {
			return dialect.answer(parser).walk();
		}
	}

}
