package io.hilum.dialects.google;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client's request for vectors.
 *
 * @param texts the texts
 * @param base64 whether vectors are wanted as bytes in base64, as OpenAI's SDKs ask
 * @param dimensions how long vectors are, if the client says so
 * @param taskType what the vectors are for, in Google's words, if the client says so
 */
record EmbeddingRequest(List<String> texts, boolean base64, @Nullable Integer dimensions, @Nullable String taskType) {

	static EmbeddingRequest of(byte[] body, GeminiService service) {
		RequestFields fields = new RequestFields(ChatToGemini.read(body), "", service.label());
		fields.ignore("model", "user");
		List<String> texts = texts(fields);
		String format = fields.takeText("encoding_format").asString("float");
		if (!format.equals("float") && !format.equals("base64")) {
			throw fields.unsupported("encoding_format");
		}
		JsonNode dimensions = fields.take("dimensions");
		if (!dimensions.isMissingNode() && !(dimensions.isIntegralNumber() && dimensions.canConvertToInt())) {
			throw fields.invalid("dimensions", "dimensions must be an integer");
		}
		JsonNode task = fields.takeText("task_type");
		fields.requireAllRead();
		return new EmbeddingRequest(texts, format.equals("base64"),
				dimensions.isMissingNode() ? null : dimensions.intValue(), task.isString() ? task.asString() : null);
	}

	private static List<String> texts(RequestFields fields) {
		JsonNode input = fields.take("input");
		List<String> texts = new ArrayList<>();
		if (input.isString()) {
			texts.add(input.asString());
		}
		for (JsonNode text : input) {
			if (!text.isString()) {
				throw fields.invalid("input", "input must be text, because Google's tokens are not OpenAI's");
			}
			texts.add(text.asString());
		}
		if (texts.isEmpty()) {
			throw fields.invalid("input", "input must be a text or a list of texts");
		}
		return List.copyOf(texts);
	}

	@Override
	public String toString() {
		return "EmbeddingRequest[texts=" + this.texts.size() + "]";
	}

}
