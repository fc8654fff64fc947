package io.hilum.gateway.chat.dialect.messages;

import io.hilum.gateway.chat.answer.AnswerWalk;
import io.hilum.gateway.chat.answer.EventForm;
import io.hilum.gateway.chat.dialect.Dialect;
import io.hilum.gateway.chat.request.RequestWalk;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Anthropic's messages, and the counting of their tokens.
 */
public final class MessagesDialect implements Dialect {

	public static final MessagesDialect INSTANCE = new MessagesDialect();

	private MessagesDialect() {
	}

	@Override
	public void field(String name, JsonToken token, RequestWalk walk) {
		switch (name) {
			case "messages" -> new MessagesTurns(walk).all(token);
			case "system" -> new MessagesTurns(walk).content(token, new StringBuilder());
			case "metadata" -> metadata(token, walk);
			default -> walk.value(RequestWalk.NO_PARENT, name);
		}
	}

	private static void metadata(JsonToken token, RequestWalk walk) {
		if (token != JsonToken.START_OBJECT) {
			walk.value(RequestWalk.NO_PARENT, "metadata");
			return;
		}
		while (walk.parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String name = walk.parser().currentName();
			JsonToken value = walk.parser().nextToken();
			if (name.equals("user_id")) {
				walk.slots().alias(value, "metadata.user_id", "user-");
			}
			else {
				walk.value("metadata", name);
			}
		}
	}

	/**
	 * A conversation has no other role that may speak between its turns.
	 */
	@Override
	public String passagesRole() {
		return "user";
	}

	@Override
	public AnswerWalk answer(JsonParser parser) {
		return new MessagesWalk(parser);
	}

	@Override
	public EventForm events(String requestId) {
		return new MessagesForm(requestId);
	}

	@Override
	public boolean mustRead(@Nullable String name, byte[] data) {
		return name == null || name.equals("error") || name.equals(MessagesWalk.LAST)
				|| Dialect.super.mustRead(name, data);
	}

}
