package io.hilum.dialects.google;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's chat completions in Google's {@code generateContent} and
 * {@code streamGenerateContent}. Immutable and thread-safe.
 */
public final class ChatToGemini implements StreamTranslator {

	private final GeminiService service;

	private final int maxEventBytes;

	private ChatToGemini(GeminiService service, int maxEventBytes) {
		this.service = service;
		this.maxEventBytes = maxEventBytes;
	}

	/**
	 * The translator for the Gemini API.
	 * @param maxEventBytes how long one event of a stream may be; images come in one
	 * @return the translator
	 */
	public static ChatToGemini geminiApi(int maxEventBytes) {
		return new ChatToGemini(GeminiService.GEMINI_API, maxEventBytes);
	}

	/**
	 * The translator for Vertex AI.
	 * @param maxEventBytes how long one event of a stream may be; images come in one
	 * @return the translator
	 */
	public static ChatToGemini vertexAi(int maxEventBytes) {
		return new ChatToGemini(GeminiService.VERTEX_AI, maxEventBytes);
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		ObjectNode body = ContentRequest.of(read(request.body()), GeminiModel.of(request.model()), this.service);
		return new ChatTranslation(Json.write(body), request, this.maxEventBytes);
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
