package io.hilum.dialects.google;

import java.util.Locale;

import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.embeddings.EmbeddingsTranslation;
import io.hilum.dialects.embeddings.Vectors;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's embeddings in Vertex AI's {@code predict} for models of text embeddings. A
 * text that is too long is refused, as OpenAI does, instead of cut. Immutable and
 * thread-safe.
 */
public final class EmbeddingsToVertex implements Translator {

	@Override
	public Translation translate(TranslationRequest request) {
		EmbeddingRequest asked = EmbeddingRequest.of(request.body(), GeminiService.VERTEX_AI);
		requireOneText(asked, request.model());
		ObjectNode body = Json.object();
		ArrayNode instances = body.putArray("instances");
		for (String text : asked.input().texts()) {
			ObjectNode instance = instances.addObject().put("content", text);
			if (asked.taskType() != null) {
				instance.put("task_type", asked.taskType());
			}
		}
		ObjectNode parameters = body.putObject("parameters").put("autoTruncate", false);
		if (asked.dimensions() != null) {
			parameters.put("outputDimensionality", asked.dimensions());
		}
		return new EmbeddingsTranslation(Json.write(body), request.model(), asked.input(), EmbeddingsToVertex::vectors,
				GeminiErrors::of);
	}

	/**
	 * Gemini's own models of embeddings take one text with each request.
	 */
	private static void requireOneText(EmbeddingRequest asked, String model) {
		String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		if (name.startsWith("gemini-embedding") && asked.input().texts().size() > 1) {
			throw new UntranslatableException("input", "This model takes only one text with each request at Vertex AI");
		}
	}

	private static Vectors vectors(ObjectNode answer) {
		if (!answer.has("predictions")) {
			return EmbeddingsToGemini.vectors(answer);
		}
		long tokens = 0;
		for (JsonNode prediction : answer.path("predictions")) {
			JsonNode counted = prediction.at("/embeddings/statistics/token_count");
			tokens = (tokens >= 0 && counted.isNumber()) ? tokens + counted.longValue() : -1;
		}
		return Vectors.of(answer.path("predictions"), "/embeddings/values", tokens);
	}

}
