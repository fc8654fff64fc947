package io.hilum.dialects.messages;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatReader;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventWriter;

/**
 * One message that is asked for as a chat completion.
 */
final class MessagesTranslation implements Translation {

	private final TranslationRequest asked;

	private final byte[] request;

	MessagesTranslation(TranslationRequest asked, byte[] request) {
		this.asked = asked;
		this.request = request;
	}

	@Override
	public byte[] request() {
		return this.request;
	}

	@Override
	public byte[] answer(byte[] body) {
		MessageDocument message = new MessageDocument(this.asked);
		new ChatReader(message).whole(body);
		return Json.write(message.toJson());
	}

	@Override
	public AnswerStream stream() {
		EventWriter events = new EventWriter();
		ChatReader reader = new ChatReader(new MessageEvents(this.asked, events));
		return new AnswerStream() {

			@Override
			public byte[] accept(byte[] part) {
				reader.accept(part);
				return events.drain();
			}

			@Override
			public byte[] end() {
				reader.end();
				return events.drain();
			}

		};
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return body;
	}

}
