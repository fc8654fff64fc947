package io.hilum.gateway.chat.dialect.choices;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.hilum.gateway.chat.answer.AnswerWalk;
import io.hilum.gateway.chat.answer.EventForm;
import io.hilum.gateway.chat.dialect.Dialect;
import tools.jackson.core.JsonParser;

/**
 * OpenAI's APIs whose answers have choices.
 */
abstract class ChoicesDialect implements Dialect {

	private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

	@Override
	public final AnswerWalk answer(JsonParser parser) {
		return new ChoicesWalk(parser);
	}

	@Override
	public final EventForm events(String requestId) {
		return new ChoicesForm();
	}

	@Override
	public final boolean isEndMark(byte[] data) {
		return Arrays.equals(data, DONE);
	}

}
