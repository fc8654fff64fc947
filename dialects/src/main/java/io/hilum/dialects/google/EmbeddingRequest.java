package io.hilum.dialects.google;

import io.hilum.dialects.embeddings.EmbeddingInput;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client's request for vectors.
 *
 * @param input the texts
 * @param dimensions how long vectors are, if the client says so
 * @param taskType what the vectors are for, in Google's words, if the client says so
 */
record EmbeddingRequest(EmbeddingInput input, @Nullable Integer dimensions, @Nullable String taskType) {

	static EmbeddingRequest of(byte[] body, GeminiService service) {
		RequestFields fields = new RequestFields(ChatToGemini.read(body), "", service.label());
		EmbeddingInput input = EmbeddingInput.of(fields);
		JsonNode dimensions = fields.take("dimensions");
		if (!dimensions.isMissingNode() && !(dimensions.isIntegralNumber() && dimensions.canConvertToInt())) {
			throw fields.invalid("dimensions", "dimensions must be an integer");
		}
		JsonNode task = fields.takeText("task_type");
		fields.requireAllRead();
		return new EmbeddingRequest(input, dimensions.isMissingNode() ? null : dimensions.intValue(),
				task.isString() ? task.asString() : null);
	}

}
