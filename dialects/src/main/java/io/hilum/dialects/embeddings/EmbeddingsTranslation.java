package io.hilum.dialects.embeddings;

import java.util.function.Function;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.Translation;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call for vectors. It is never streamed.
 *
 * @param request the body for the provider
 * @param model the model as the client will read it
 * @param input what the client asks
 * @param reader finds the vectors in the provider's answer
 * @param errors reads the provider's refusals
 */
public record EmbeddingsTranslation(byte[] request, String model, EmbeddingInput input,
		Function<ObjectNode, Vectors> reader, ErrorForm errors) implements Translation {

	@Override
	public byte[] answer(byte[] body) {
		Vectors vectors = this.reader.apply(Json.readAnswer(body));
		if (vectors.values().size() != this.input.texts().size()) {
			throw new BrokenAnswerException("An answer has not as many vectors as the request has texts");
		}
		return Json.write(vectors.toJson(this.model, this.input.base64()));
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return Json.write(this.errors.read(status, body));
	}

	@Override
	public String toString() {
		return "EmbeddingsTranslation[model=" + this.model + ", texts=" + this.input.texts().size() + "]";
	}

	/**
	 * How a provider says that it refuses.
	 */
	@FunctionalInterface
	public interface ErrorForm {

		/**
		 * Read a refusal.
		 * @param status the HTTP status
		 * @param body what the provider said, maybe not JSON
		 * @return the same in OpenAI's form
		 */
		ObjectNode read(int status, byte[] body);

	}

}
