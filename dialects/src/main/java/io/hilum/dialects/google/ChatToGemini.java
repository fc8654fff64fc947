package io.hilum.dialects.google;

import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's chat completions in Google's {@code generateContent} and
 * {@code streamGenerateContent}. Immutable and thread-safe.
 */
public final class ChatToGemini implements Translator {

	private final GeminiService service;

	private ChatToGemini(GeminiService service) {
		this.service = service;
	}

	/**
	 * The translator for the Gemini API.
	 * @return the translator
	 */
	public static ChatToGemini geminiApi() {
		return new ChatToGemini(GeminiService.GEMINI_API);
	}

	/**
	 * The translator for Vertex AI.
	 * @return the translator
	 */
	public static ChatToGemini vertexAi() {
		return new ChatToGemini(GeminiService.VERTEX_AI);
	}

	@Override
	public Translation translate(TranslationRequest request) {
		ObjectNode body = ContentRequest.of(read(request.body()), GeminiModel.of(request.model()), this.service);
		return new ChatTranslation(Json.write(body), request.model(), request.createdSeconds());
	}

	static ObjectNode read(byte[] body) {
		try {
			if (Json.mapper().readTree(body) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			throw new UntranslatableException("", "The request is not JSON");
		}
		throw new UntranslatableException("", "The request is not a JSON object");
	}

}
