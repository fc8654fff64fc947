package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The texts to embed. Tokens of another maker's model mean nothing here.
 *
 * @param texts at least one string
 */
record EmbeddingInput(ArrayNode texts) {

	static EmbeddingInput read(RequestFields fields) {
		JsonNode input = fields.take("input");
		ArrayNode texts = Json.mapper().createArrayNode();
		if (input.isString()) {
			return new EmbeddingInput(texts.add(input));
		}
		for (JsonNode text : input) {
			if (!text.isString()) {
				throw fields.invalid("input", ConverseRequest.PROVIDER + " embeds texts, not tokens");
			}
			texts.add(text);
		}
		if (texts.isEmpty()) {
			throw fields.invalid("input", "input must be a text or a list of texts");
		}
		return new EmbeddingInput(texts);
	}

}
