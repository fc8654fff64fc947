package io.hilum.dialects.chat;

import java.util.function.Function;
import java.util.function.Supplier;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventWriter;

/**
 * One call in another dialect that is asked for as a chat completion. Errors stay as they
 * are: chat has OpenAI's form.
 *
 * @param request the chat request
 * @param maxEventBytes how long one event of a streamed answer may be
 * @param whole makes what collects a whole answer
 * @param streamed makes what writes a streamed answer as events
 */
public record OverChat(byte[] request, int maxEventBytes, Supplier<ChatDocument> whole,
		Function<EventWriter, ChatSink> streamed) implements StreamTranslation {

	@Override
	public byte[] answer(byte[] body) {
		ChatDocument document = this.whole.get();
		new ChatReader(document, this.maxEventBytes).whole(body);
		return Json.write(document.toJson());
	}

	@Override
	public AnswerStream stream() {
		EventWriter events = new EventWriter();
		return new Events(new ChatReader(this.streamed.apply(events), this.maxEventBytes), events);
	}

	@Override
	public byte[] error(int status, byte[] body) {
		return body;
	}

	@Override
	public String toString() {
		return "OverChat[bytes=" + this.request.length + "]";
	}

	private record Events(ChatReader reader, EventWriter events) implements AnswerStream {

		@Override
		public byte[] accept(byte[] part) {
			this.reader.accept(part);
			return this.events.drain();
		}

		@Override
		public byte[] end() {
			this.reader.end();
			return this.events.drain();
		}

	}

}
