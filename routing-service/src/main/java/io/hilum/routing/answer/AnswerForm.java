package io.hilum.routing.answer;

import java.util.function.Function;

import io.hilum.routing.body.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of a client's dialect look, whole and streamed. Immutable and
 * thread-safe.
 */
public final class AnswerForm {

	private static final AnswerForm CHAT = new AnswerForm(ChoicesStream::ofChat, true);

	private static final AnswerForm COMPLETIONS = new AnswerForm(ChoicesStream::ofCompletions, false);

	private static final AnswerForm RESPONSES = new AnswerForm((asked) -> new ResponseStream(), false);

	private static final AnswerForm MESSAGES = new AnswerForm((asked) -> new MessageStream(), false);

	private static final AnswerForm OTHER = new AnswerForm((asked) -> {
		throw new IllegalStateException("this operation has no streams");
	}, false);

	private final Function<Boolean, StreamReader> streams;

	private final boolean chat;

	private AnswerForm(Function<Boolean, StreamReader> streams, boolean chat) {
		this.streams = streams;
		this.chat = chat;
	}

	/**
	 * The form of an operation's answers.
	 * @param endpoint the operation
	 * @return the form
	 */
	public static AnswerForm of(Endpoint endpoint) {
		return switch (endpoint) {
			case CHAT_COMPLETIONS -> CHAT;
			case COMPLETIONS -> COMPLETIONS;
			case RESPONSES -> RESPONSES;
			case MESSAGES -> MESSAGES;
			case COUNT_TOKENS, EMBEDDINGS -> OTHER;
		};
	}

	/**
	 * Begin to read a stream.
	 * @param usageAsked whether the client wants to see the usage, in the dialects where
	 * it has to ask for it
	 * @return the reader
	 */
	public StreamReader stream(boolean usageAsked) {
		return this.streams.apply(usageAsked);
	}

	/**
	 * Read a whole answer.
	 * @param body what the provider answered
	 * @return what the client gets, or {@code null} if it is no JSON object
	 */
	public @Nullable WholeAnswer whole(byte[] body) {
		AnswerFacts facts = AnswerReader.read(body, 0, body.length);
		if (facts == null) {
			return null;
		}
		boolean mend = this.chat && !facts.sound() && !facts.error();
		byte[] bytes = mend ? ChatRepair.whole(body) : body;
		return (bytes != null) ? new WholeAnswer(bytes, facts) : null;
	}

	/**
	 * A whole answer.
	 *
	 * @param bytes what the client gets
	 * @param facts what it says about itself
	 */
	public record WholeAnswer(byte[] bytes, AnswerFacts facts) {

	}

}
