package io.hilum.dialects.anthropic;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatAnswer;
import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of the Messages API.
 */
final class MessagesTranslation implements StreamTranslation {

	/** Until the answer says its own name. */
	private static final String ID = "msg_unknown";

	private final TranslationRequest call;

	private final byte[] request;

	private final int maxEventBytes;

	MessagesTranslation(TranslationRequest call, ObjectNode request, int maxEventBytes) {
		this.call = call;
		this.request = Json.write(request);
		this.maxEventBytes = maxEventBytes;
	}

	@Override
	public byte[] request() {
		return this.request;
	}

	@Override
	public byte[] answer(byte[] body) {
		ChatAnswer answer = new ChatAnswer(ID, this.call.model(), this.call.createdSeconds());
		new WholeMessage(answer).read(Json.readAnswer(body));
		return Json.write(answer.toJson());
	}

	@Override
	public AnswerStream stream() {
		return new MessagesStream(new ChatChunks(ID, this.call.model(), this.call.createdSeconds()),
				this.maxEventBytes);
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return Json.write(MessagesErrors.of(status, Json.readLeniently(body)));
	}

}
