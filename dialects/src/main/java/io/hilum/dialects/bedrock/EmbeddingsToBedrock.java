package io.hilum.dialects.bedrock;

import java.util.List;

import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.embeddings.EmbeddingInput;
import io.hilum.dialects.embeddings.EmbeddingsTranslation;
import io.hilum.dialects.embeddings.Vectors;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From OpenAI's embeddings to the operation {@code InvokeModel} of Amazon Bedrock, whose
 * body is that of the model's maker: Amazon Titan and Cohere Embed.
 */
public final class EmbeddingsToBedrock implements Translator {

	@Override
	public Translation translate(TranslationRequest request) {
		RequestFields fields = new RequestFields((ObjectNode) Json.mapper().readTree(request.body()), "",
				ConverseRequest.PROVIDER);
		EmbeddingInput input = EmbeddingInput.of(fields);
		ObjectNode body = body(request.model(), fields, input);
		fields.requireAllRead();
		return new EmbeddingsTranslation(Json.write(body), request.model(), input, EmbeddingsToBedrock::vectors,
				BedrockErrors::answered);
	}

	private static ObjectNode body(String model, RequestFields fields, EmbeddingInput input) {
		if (model.contains("cohere.embed")) {
			return cohere(fields, input);
		}
		if (model.contains("titan-embed")) {
			return titan(fields, input);
		}
		throw new UntranslatableException("model",
				"Of the embedding models on " + ConverseRequest.PROVIDER + ", Titan and Cohere Embed are supported");
	}

	/**
	 * Cohere wants to know what the vectors are for; texts to be searched are the usual.
	 */
	private static ObjectNode cohere(RequestFields fields, EmbeddingInput input) {
		ObjectNode body = Json.object();
		input.texts().forEach(body.putArray("texts")::add);
		body.put("input_type", fields.take("input_type").asString("search_document"));
		body.putArray("embedding_types").add("float");
		if (!fields.take("dimensions").isMissingNode()) {
			body.set("output_dimension", fields.take("dimensions"));
		}
		return body;
	}

	private static ObjectNode titan(RequestFields fields, EmbeddingInput input) {
		if (input.texts().size() > 1) {
			throw fields.invalid("input", "Amazon Titan takes one text at a time");
		}
		ObjectNode body = Json.object();
		body.put("inputText", input.texts().getFirst());
		if (!fields.take("dimensions").isMissingNode()) {
			body.set("dimensions", fields.take("dimensions"));
		}
		return body;
	}

	/**
	 * One vector of Titan, or Cohere's, plain or by type. Cohere does not say how many
	 * tokens its texts have.
	 */
	private static Vectors vectors(ObjectNode answer) {
		long tokens = answer.path("inputTextTokenCount").asLong(-1);
		if (answer.path("embedding").isArray()) {
			return new Vectors(List.of(answer.path("embedding")), tokens);
		}
		JsonNode several = answer.path("embeddings");
		return Vectors.of(several.isObject() ? several.path("float") : several, "", tokens);
	}

}
