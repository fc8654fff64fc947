package io.hilum.dialects.openai;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.sse.EventWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * A streamed completion, from a chat stream. Not thread-safe.
 */
final class CompletionEvents extends CompletionAnswer {

	private final EventWriter events;

	CompletionEvents(TranslationRequest asked, EventWriter events) {
		super(asked);
		this.events = events;
	}

	@Override
	public void content(int choice, String text) {
		write(choice(choice, text, null));
	}

	@Override
	public void finish(int choice, String reason) {
		write(choice(choice, "", reason));
	}

	private void write(ObjectNode choice) {
		ObjectNode chunk = head();
		chunk.putArray("choices").add(choice);
		this.events.event(null, chunk);
	}

	@Override
	public void error(ObjectNode error) {
		this.events.event(null, error);
	}

	@Override
	public void done() {
		ChatUsage usage = usage();
		if (usage != null) {
			ObjectNode chunk = head();
			chunk.putArray("choices");
			chunk.set("usage", usage.toJson());
			this.events.event(null, chunk);
		}
		this.events.done();
	}

}
