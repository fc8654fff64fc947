package io.hilum.dialects.openai;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatSink;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.sse.EventWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A streamed completion, from a chat stream. Not thread-safe.
 */
final class CompletionEvents implements ChatSink {

	private final CompletionHead head;

	private final EventWriter events = new EventWriter();

	private @Nullable ChatUsage usage;

	CompletionEvents(TranslationRequest asked) {
		this.head = new CompletionHead(asked);
	}

	@Override
	public void identify(@Nullable String id, @Nullable String model) {
		this.head.identify(id, model);
	}

	@Override
	public void content(int choice, String text) {
		write(CompletionHead.choice(choice, text, null));
	}

	@Override
	public void finish(int choice, String reason) {
		write(CompletionHead.choice(choice, "", reason));
	}

	private void write(ObjectNode choice) {
		ObjectNode chunk = this.head.document();
		chunk.putArray("choices").add(choice);
		this.events.event(null, chunk);
	}

	@Override
	public void usage(ChatUsage tokens) {
		this.usage = tokens;
	}

	@Override
	public void error(ObjectNode error) {
		this.events.event(null, error);
	}

	@Override
	public void done() {
		if (this.usage != null) {
			ObjectNode chunk = this.head.document();
			chunk.putArray("choices");
			chunk.set("usage", this.usage.toJson());
			this.events.event(null, chunk);
		}
		this.events.done();
	}

	byte[] drain() {
		return this.events.drain();
	}

}
