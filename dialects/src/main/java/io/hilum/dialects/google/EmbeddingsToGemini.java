package io.hilum.dialects.google;

import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.embeddings.EmbeddingsTranslation;
import io.hilum.dialects.embeddings.Vectors;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's embeddings in the Gemini API's {@code batchEmbedContents}. Immutable and
 * thread-safe.
 */
public final class EmbeddingsToGemini implements Translator {

	@Override
	public Translation translate(TranslationRequest request) {
		EmbeddingRequest asked = EmbeddingRequest.of(request.body(), GeminiService.GEMINI_API);
		ObjectNode body = Json.object();
		ArrayNode requests = body.putArray("requests");
		for (String text : asked.input().texts()) {
			ObjectNode one = requests.addObject().put("model", resource(request.model()));
			one.putObject("content").putArray("parts").addObject().put("text", text);
			if (asked.taskType() != null) {
				one.put("taskType", asked.taskType());
			}
			if (asked.dimensions() != null) {
				one.put("outputDimensionality", asked.dimensions());
			}
		}
		return new EmbeddingsTranslation(Json.write(body), request.model(), asked.input(), EmbeddingsToGemini::vectors,
				GeminiErrors::of);
	}

	private static String resource(String model) {
		return model.startsWith("models/") ? model : "models/" + model;
	}

	/**
	 * A list of vectors, or one where a single text was asked for.
	 */
	static Vectors vectors(ObjectNode answer) {
		long tokens = answer.path("usageMetadata").path("promptTokenCount").asLong(-1);
		JsonNode all = answer.has("embedding") ? Json.mapper().createArrayNode().add(answer.path("embedding"))
				: answer.path("embeddings");
		return Vectors.of(all, "/values", tokens);
	}

}
