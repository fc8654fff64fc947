package io.hilum.dialects.json;

import io.hilum.dialects.BrokenAnswerException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one mapper of all dialects. Numbers keep the digits that they came with.
 */
public final class Json {

	/** Bodies are bounded before they are read, so single strings need no bound. */
	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private Json() {
	}

	/**
	 * The mapper.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * A new object.
	 * @return an empty object
	 */
	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/**
	 * Read what a provider answered.
	 * @param body one JSON object
	 * @return the object
	 * @throws BrokenAnswerException if it is not one
	 */
	public static ObjectNode readAnswer(byte[] body) {
		return readAnswer(body, 0, body.length);
	}

	/**
	 * Read a part of what a provider answered.
	 * @param bytes where it is
	 * @param start its first byte
	 * @param end the byte behind its last
	 * @return the object
	 * @throws BrokenAnswerException if it is not one JSON object
	 */
	public static ObjectNode readAnswer(byte[] bytes, int start, int end) {
		try {
			if (MAPPER.readTree(bytes, start, end - start) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			throw new BrokenAnswerException("An answer is not JSON");
		}
		throw new BrokenAnswerException("An answer is not a JSON object");
	}

	/**
	 * Read what may be JSON.
	 * @param text anything
	 * @return the document, or a missing node if it is none
	 */
	public static JsonNode readLeniently(byte[] text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return MAPPER.missingNode();
		}
	}

	/**
	 * Write a document.
	 * @param node the document
	 * @return UTF-8
	 */
	public static byte[] write(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

}
