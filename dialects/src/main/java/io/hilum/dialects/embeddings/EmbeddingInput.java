package io.hilum.dialects.embeddings;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;

/**
 * What a client wants vectors of. Tokens are refused: those of OpenAI's models mean
 * nothing to the models of others.
 *
 * @param texts at least one text
 * @param base64 whether vectors are wanted as bytes in base64, as OpenAI's SDKs ask
 */
public record EmbeddingInput(List<String> texts, boolean base64) {

	/**
	 * Read the fields that are the same for all providers.
	 * @param fields the client's request
	 * @return what it asks
	 */
	public static EmbeddingInput of(RequestFields fields) {
		fields.ignore("model", "user");
		List<String> texts = texts(fields);
		String format = fields.takeText("encoding_format").asString("float");
		if (!format.equals("float") && !format.equals("base64")) {
			throw fields.unsupported("encoding_format");
		}
		return new EmbeddingInput(texts, format.equals("base64"));
	}

	private static List<String> texts(RequestFields fields) {
		JsonNode input = fields.take("input");
		List<String> texts = new ArrayList<>();
		if (input.isString()) {
			texts.add(input.asString());
		}
		for (JsonNode text : input) {
			if (!text.isString()) {
				throw fields.invalid("input",
						"input must be text, because the tokens of this model are not those of OpenAI's");
			}
			texts.add(text.asString());
		}
		if (texts.isEmpty()) {
			throw fields.invalid("input", "input must be a text or a list of texts");
		}
		return List.copyOf(texts);
	}

	@Override
	public String toString() {
		return "EmbeddingInput[texts=" + this.texts.size() + "]";
	}

}
