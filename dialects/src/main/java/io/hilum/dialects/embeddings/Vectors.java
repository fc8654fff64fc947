package io.hilum.dialects.embeddings;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vectors of an answer.
 *
 * @param values one list of numbers for each text
 * @param tokens how many tokens the texts have, or -1 if the answer does not say
 */
public record Vectors(List<JsonNode> values, long tokens) {

	public Vectors {
		if (values.stream().anyMatch((vector) -> !vector.isArray() || vector.isEmpty())) {
			throw new BrokenAnswerException("An answer has no vector for a text");
		}
	}

	/**
	 * Read vectors.
	 * @param items what has one each
	 * @param path where in it the numbers are, as a JSON pointer
	 * @param tokens how many tokens the texts have, or -1
	 * @return the vectors
	 */
	public static Vectors of(JsonNode items, String path, long tokens) {
		List<JsonNode> values = new ArrayList<>();
		items.forEach((item) -> values.add(item.at(path)));
		return new Vectors(values, tokens);
	}

	ObjectNode toJson(String model, boolean base64) {
		ObjectNode answer = Json.object().put("object", "list");
		ArrayNode data = answer.putArray("data");
		for (JsonNode vector : this.values) {
			ObjectNode item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
			item.set("embedding", base64 ? Json.mapper().getNodeFactory().stringNode(packed(vector)) : vector);
		}
		answer.put("model", model);
		if (this.tokens >= 0) {
			answer.putObject("usage").put("prompt_tokens", this.tokens).put("total_tokens", this.tokens);
		}
		return answer;
	}

	/** OpenAI's packed form: 32-bit floats, little endian. */
	private static String packed(JsonNode vector) {
		ByteBuffer bytes = ByteBuffer.allocate(vector.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		vector.forEach((value) -> bytes.putFloat(value.floatValue()));
		return Base64.getEncoder().encodeToString(bytes.array());
	}

}
