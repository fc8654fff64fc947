package io.hilum.dialects.google;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatAnswer;
import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The translation of one chat completion.
 */
final class ChatTranslation implements StreamTranslation {

	private final byte[] request;

	private final String model;

	private final long createdSeconds;

	private final int maxEventBytes;

	/**
	 * What the answer is called as long as Google has no name for it.
	 */
	private final String id;

	ChatTranslation(byte[] request, TranslationRequest asked, int maxEventBytes) {
		this.request = request;
		this.model = asked.model();
		this.createdSeconds = asked.createdSeconds();
		this.id = "chatcmpl-" + this.model + "-" + this.createdSeconds;
		this.maxEventBytes = maxEventBytes;
	}

	@Override
	public byte[] request() {
		return this.request;
	}

	@Override
	public byte[] answer(byte[] body) {
		ChatAnswer answer = new ChatAnswer(this.id, this.model, this.createdSeconds);
		AnswerReader reader = new AnswerReader(new WholeAnswer(answer), new CallIds(this.id));
		JsonNode document = Json.readLeniently(body);
		if (document.isArray()) {
			document.forEach((piece) -> reader.read(requireAnswer(piece)));
		}
		else {
			reader.read(requireAnswer(document));
		}
		reader.end();
		return Json.write(answer.toJson());
	}

	static ObjectNode requireAnswer(JsonNode piece) {
		if (piece instanceof ObjectNode object && !object.has("error")) {
			return object;
		}
		throw new BrokenAnswerException("An answer is not a JSON object of Google's dialect");
	}

	@Override
	public AnswerStream stream() {
		ChatChunks chunks = new ChatChunks(this.id, this.model, this.createdSeconds);
		return new GeminiStream(chunks, new CallIds(this.id), this.maxEventBytes);
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return Json.write(GeminiErrors.of(status, body));
	}

}
