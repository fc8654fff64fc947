package io.hilum.dialects.google;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.Translation;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The translation of one request for vectors.
 */
final class EmbeddingTranslation implements Translation {

	private final EmbeddingRequest asked;

	private final String model;

	private final ObjectNode request;

	private final Function<ObjectNode, Vectors> reader;

	EmbeddingTranslation(EmbeddingRequest asked, String model, ObjectNode request,
			Function<ObjectNode, Vectors> reader) {
		this.asked = asked;
		this.model = model;
		this.request = request;
		this.reader = reader;
	}

	@Override
	public byte[] request() {
		return Json.write(this.request);
	}

	@Override
	public byte[] answer(byte[] body) {
		Vectors vectors = this.reader.apply(Json.readAnswer(body));
		if (vectors.values().size() != this.asked.texts().size()) {
			throw new BrokenAnswerException("An answer has not as many vectors as the request has texts");
		}
		ObjectNode answer = Json.object().put("object", "list");
		ArrayNode data = answer.putArray("data");
		for (JsonNode vector : vectors.values()) {
			ObjectNode item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
			item.set("embedding",
					this.asked.base64() ? Json.mapper().getNodeFactory().stringNode(base64(vector)) : vector);
		}
		answer.put("model", this.model);
		if (vectors.tokens() >= 0) {
			answer.putObject("usage").put("prompt_tokens", vectors.tokens()).put("total_tokens", vectors.tokens());
		}
		return Json.write(answer);
	}

	private static String base64(JsonNode vector) {
		ByteBuffer bytes = ByteBuffer.allocate(vector.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		vector.forEach((value) -> bytes.putFloat(value.floatValue()));
		return Base64.getEncoder().encodeToString(bytes.array());
	}

	@Override
	public AnswerStream stream() {
		throw new IllegalStateException("vectors are not streamed");
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return Json.write(GeminiErrors.of(status, body));
	}

	/**
	 * The vectors of an answer.
	 *
	 * @param values one list of numbers for each text
	 * @param tokens how many tokens the texts have, or -1 if the answer does not say
	 */
	record Vectors(List<JsonNode> values, long tokens) {

		/**
		 * Read vectors.
		 * @param items what has one each
		 * @param path where in it the numbers are
		 * @param tokens how many tokens the texts have, or -1
		 * @return the vectors
		 */
		static Vectors of(JsonNode items, String path, long tokens) {
			List<JsonNode> values = new ArrayList<>();
			items.forEach((item) -> values.add(item.at(path)));
			if (values.stream().anyMatch((vector) -> !vector.isArray() || vector.isEmpty())) {
				throw new BrokenAnswerException("An answer has no vector for a text");
			}
			return new Vectors(values, tokens);
		}

	}

}
