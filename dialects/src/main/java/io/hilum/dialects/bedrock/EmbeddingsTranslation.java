package io.hilum.dialects.bedrock;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.Translation;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of an embedding model. Cohere's answers do not say how many tokens they took,
 * so that theirs has no usage.
 */
final class EmbeddingsTranslation implements Translation {

	private final String model;

	private final byte[] request;

	private final boolean base64;

	EmbeddingsTranslation(String model, byte[] request, boolean base64) {
		this.model = model;
		this.request = request;
		this.base64 = base64;
	}

	@Override
	public byte[] request() {
		return this.request;
	}

	@Override
	public byte[] answer(byte[] body) {
		JsonNode read = Json.readAnswer(body);
		ObjectNode answer = Json.object().put("object", "list");
		ArrayNode data = answer.putArray("data");
		for (JsonNode vector : vectors(read)) {
			ObjectNode entry = data.addObject().put("object", "embedding").put("index", data.size() - 1);
			entry.set("embedding", this.base64 ? Json.mapper().valueToTree(packed(vector)) : vector);
		}
		answer.put("model", this.model);
		JsonNode tokens = read.path("inputTextTokenCount");
		if (tokens.isIntegralNumber()) {
			answer.putObject("usage").put("prompt_tokens", tokens.asLong()).put("total_tokens", tokens.asLong());
		}
		return Json.write(answer);
	}

	private static ArrayNode vectors(JsonNode read) {
		if (read.path("embedding").isArray()) {
			return Json.mapper().createArrayNode().add(read.path("embedding"));
		}
		JsonNode several = read.path("embeddings");
		JsonNode floats = several.isObject() ? several.path("float") : several;
		if (floats instanceof ArrayNode vectors) {
			return vectors;
		}
		throw new BrokenAnswerException("An answer of an embedding model has no vectors");
	}

	/** OpenAI's packed form: 32-bit floats, little endian. */
	private static String packed(JsonNode vector) {
		ByteBuffer bytes = ByteBuffer.allocate(vector.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		vector.forEach((value) -> bytes.putFloat(value.floatValue()));
		return Base64.getEncoder().encodeToString(bytes.array());
	}

	@Override
	public AnswerStream stream() {
		throw new UnsupportedOperationException("embeddings are not streamed");
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return Json.write(BedrockErrors.answered(status, body));
	}

}
