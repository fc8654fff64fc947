package io.hilum.dialects.bedrock;

import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
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
		fields.ignore("model", "user");
		boolean base64 = fields.take("encoding_format").asString("float").equals("base64");
		EmbeddingInput input = EmbeddingInput.read(fields);
		ObjectNode body = body(request.model(), fields, input);
		fields.requireAllRead();
		return new EmbeddingsTranslation(request.model(), Json.write(body), base64);
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
		body.set("texts", input.texts());
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
		body.set("inputText", input.texts().path(0));
		if (!fields.take("dimensions").isMissingNode()) {
			body.set("dimensions", fields.take("dimensions"));
		}
		return body;
	}

}
