package io.hilum.dialects.anthropic;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;

/**
 * Translates chat completions to Anthropic's Messages API (version 2023-06-01) and back,
 * for Anthropic itself and for those who host its models.
 */
public final class ChatToMessages implements StreamTranslator {

	private final Envelope envelope;

	private final int maxEventBytes;

	private ChatToMessages(Envelope envelope, int maxEventBytes) {
		this.envelope = envelope;
		this.maxEventBytes = maxEventBytes;
	}

	/**
	 * For Anthropic itself.
	 * @param maxEventBytes how long one event of a stream may be
	 * @return the translator
	 */
	public static ChatToMessages direct(int maxEventBytes) {
		return new ChatToMessages(Envelope.DIRECT, maxEventBytes);
	}

	/**
	 * For Vertex AI, where the path says the model.
	 * @param maxEventBytes how long one event of a stream may be
	 * @return the translator
	 */
	public static ChatToMessages vertex(int maxEventBytes) {
		return new ChatToMessages(Envelope.VERTEX, maxEventBytes);
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		return new MessagesTranslation(request, MessagesRequest.of(request, this.envelope), this.maxEventBytes);
	}

}
