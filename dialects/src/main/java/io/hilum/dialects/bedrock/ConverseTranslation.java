package io.hilum.dialects.bedrock;

import java.util.function.Supplier;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatAnswer;
import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;

/**
 * One call of Converse or ConverseStream. Not thread-safe.
 */
final class ConverseTranslation implements StreamTranslation {

	private final TranslationRequest asked;

	private final byte[] request;

	private final Supplier<String> ids;

	ConverseTranslation(TranslationRequest asked, byte[] request, Supplier<String> ids) {
		this.asked = asked;
		this.request = request;
		this.ids = ids;
	}

	@Override
	public byte[] request() {
		return this.request;
	}

	@Override
	public byte[] answer(byte[] body) {
		ChatAnswer answer = new ChatAnswer(this.ids.get(), this.asked.model(), this.asked.createdSeconds());
		new ConverseAnswer(answer).read(Json.readAnswer(body));
		return Json.write(answer.toJson());
	}

	@Override
	public AnswerStream stream() {
		return new ConverseStream(new ChatChunks(this.ids.get(), this.asked.model(), this.asked.createdSeconds()));
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return Json.write(BedrockErrors.answered(status, body));
	}

}
