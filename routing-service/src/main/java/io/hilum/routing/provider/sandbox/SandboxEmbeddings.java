package io.hilum.routing.provider.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vectors by feature hashing of words: texts that share words are near, nothing more is
 * meant. Deterministic.
 */
final class SandboxEmbeddings {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int DIMENSIONS = 256;

	private static final int MAX_DIMENSIONS = 4096;

	private SandboxEmbeddings() {
	}

	static byte[] of(JsonNode request) {
		List<String> texts = textsOf(request.path("input"));
		int dimensions = Math.clamp(request.path("dimensions").asInt(DIMENSIONS), 1, MAX_DIMENSIONS);
		boolean base64 = "base64".equals(request.path("encoding_format").asString(""));
		ObjectNode answer = JSON.createObjectNode().put("object", "list").put("model", "sandbox");
		ArrayNode data = answer.putArray("data");
		int words = 0;
		for (String text : texts) {
			words += SandboxConversation.wordsOf(text).size();
			add(data, vector(text, dimensions), base64);
		}
		answer.putObject("usage").put("prompt_tokens", words).put("total_tokens", words);
		return JSON.writeValueAsBytes(answer);
	}

	private static List<String> textsOf(JsonNode input) {
		if (input.isString()) {
			return List.of(input.asString());
		}
		List<String> texts = new ArrayList<>();
		for (JsonNode item : input) {
			texts.add(item.isString() ? item.asString() : item.toString());
		}
		return texts;
	}

	private static void add(ArrayNode data, float[] vector, boolean base64) {
		ObjectNode item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
		if (base64) {
			ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asFloatBuffer().put(vector);
			item.put("embedding", Base64.getEncoder().encodeToString(bytes.array()));
			return;
		}
		ArrayNode numbers = item.putArray("embedding");
		for (float number : vector) {
			numbers.add(number);
		}
	}

	private static float[] vector(String text, int dimensions) {
		float[] vector = new float[dimensions];
		double length = 0;
		for (String word : SandboxConversation.wordsOf(text)) {
			int hash = word.strip().toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
			vector[Math.floorMod(hash, dimensions)] += (hash >>> 31 == 0) ? 1 : -1;
		}
		for (float number : vector) {
			length += number * number;
		}
		for (int i = 0; i < dimensions && length > 0; i++) {
			vector[i] = (float) (vector[i] / Math.sqrt(length));
		}
		return vector;
	}

}
