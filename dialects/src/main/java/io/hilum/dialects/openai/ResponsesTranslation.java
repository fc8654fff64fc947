package io.hilum.dialects.openai;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatReader;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * One response that is asked for as a chat completion.
 */
final class ResponsesTranslation implements Translation {

	private final TranslationRequest asked;

	private final ObjectNode body;

	private final byte[] request;

	ResponsesTranslation(TranslationRequest asked, ObjectNode body, byte[] request) {
		this.asked = asked;
		this.body = body;
		this.request = request;
	}

	@Override
	public byte[] request() {
		return this.request;
	}

	@Override
	public byte[] answer(byte[] answered) {
		ResponseItems items = new ResponseItems(new ResponseDocument(this.asked, this.body), new EventWriter());
		new ChatReader(items).whole(answered);
		return Json.write(items.response());
	}

	@Override
	public AnswerStream stream() {
		EventWriter events = new EventWriter();
		ChatReader reader = new ChatReader(new ResponseItems(new ResponseDocument(this.asked, this.body), events));
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
	public byte[] error(int status, byte[] answered) {
		return answered;
	}

}
