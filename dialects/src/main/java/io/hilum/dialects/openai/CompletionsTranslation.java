package io.hilum.dialects.openai;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatReader;

/**
 * One completion that is asked for as a chat completion.
 */
final class CompletionsTranslation implements Translation {

	private final TranslationRequest asked;

	private final byte[] request;

	CompletionsTranslation(TranslationRequest asked, byte[] request) {
		this.asked = asked;
		this.request = request;
	}

	@Override
	public byte[] request() {
		return this.request;
	}

	@Override
	public byte[] answer(byte[] body) {
		CompletionText text = new CompletionText(this.asked);
		new ChatReader(text).whole(body);
		return text.document();
	}

	@Override
	public AnswerStream stream() {
		CompletionEvents events = new CompletionEvents(this.asked);
		ChatReader reader = new ChatReader(events);
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
