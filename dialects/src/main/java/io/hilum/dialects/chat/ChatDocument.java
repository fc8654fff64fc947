package io.hilum.dialects.chat;

import io.hilum.dialects.BrokenAnswerException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects what a whole chat completion says into one document of another dialect.
 * Created per answer and not thread-safe.
 */
public interface ChatDocument extends ChatSink {

	/**
	 * The document.
	 * @return what a client of the other dialect reads
	 */
	ObjectNode toJson();

	@Override
	default void error(ObjectNode error) {
		throw new BrokenAnswerException("An answer is an error");
	}

	@Override
	default void done() {
	}

}
