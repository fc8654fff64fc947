package io.hilum.gateway.chat.answer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds what a model wrote in an answer. Thread-safe.
 */
public final class AnswerReader {

	private final JsonFactory json;

	/**
	 * Create a reader.
	 * @param bounds how large and how deep an answer may be
	 */
	public AnswerReader(StreamReadConstraints bounds) {
		this.json = JsonFactory.builder().streamReadConstraints(bounds).build();
	}

	/**
	 * Read an answer or an event.
	 * @param form the API that the client speaks
	 * @param bytes the JSON
	 * @return what is in it
	 * @throws tools.jackson.core.JacksonException if it is no JSON object
	 */
	AnswerScan read(AnswerForm form, byte[] bytes) {
		try (JsonParser parser = this.json.createParser(ObjectReadContext.empty(), bytes)) {
			return form.answer(parser).walk(bytes);
		}
	}

}
