package io.hilum.gateway.chat.dialect.responses;

import io.hilum.gateway.chat.answer.AnswerWalk;
import io.hilum.gateway.chat.answer.EventForm;
import io.hilum.gateway.chat.dialect.Dialect;
import io.hilum.gateway.chat.request.Questions.Place;
import io.hilum.gateway.chat.request.RequestWalk;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * OpenAI's responses.
 */
public final class ResponsesDialect implements Dialect {

	public static final ResponsesDialect INSTANCE = new ResponsesDialect();

	private ResponsesDialect() {
	}

	@Override
	public void field(String name, JsonToken token, RequestWalk walk) {
		switch (name) {
			case "input" -> input(token, walk);
			case "store" -> store(token, walk);
			case "previous_response_id" -> previous(name, token, walk);
			case "conversation", "background" -> state(name, token, walk);
			case "user", "safety_identifier", "prompt_cache_key" -> walk.slots().alias(token, name, "user-");
			case "prompt" -> {
				if (token != JsonToken.VALUE_NULL) {
					walk.hasContent();
				}
				walk.value(RequestWalk.NO_PARENT, name);
			}
			default -> walk.value(RequestWalk.NO_PARENT, name);
		}
	}

	private static void input(JsonToken token, RequestWalk walk) {
		if (token == JsonToken.VALUE_STRING) {
			String text = walk.slots().string(RequestWalk.NO_PARENT, "input");
			walk.questions().ask(text, new Place(walk.offset(), walk.end()));
			walk.hasContent();
		}
		else if (token != JsonToken.VALUE_NULL) {
			new ResponsesTurns(walk).all(token);
		}
	}

	private static void store(JsonToken token, RequestWalk walk) {
		RequestWalk.require(token.isBoolean() || token == JsonToken.VALUE_NULL, "store must be true or false", "store");
		Boolean value = (token == JsonToken.VALUE_NULL) ? null : token == JsonToken.VALUE_TRUE;
		walk.state().store(value, walk.offset(), walk.end());
	}

	private static void previous(String name, JsonToken token, RequestWalk walk) {
		if (token != JsonToken.VALUE_NULL) {
			String id = walk.string(token, name);
			walk.state().previous(id, walk.offset(), walk.end());
			walk.state().ask(name);
			walk.hasContent();
		}
	}

	private static void state(String name, JsonToken token, RequestWalk walk) {
		if (token != JsonToken.VALUE_NULL && token != JsonToken.VALUE_FALSE) {
			walk.hasContent();
			if (name.equals("conversation")) {
				walk.state().askUnbound(name);
			}
			else {
				walk.state().ask(name);
			}
		}
		walk.value(RequestWalk.NO_PARENT, name);
	}

	@Override
	public boolean keepsState() {
		return true;
	}

	@Override
	public AnswerWalk answer(JsonParser parser) {
		return new ResponsesWalk(parser);
	}

	@Override
	public EventForm events(String requestId) {
		return new ResponsesForm();
	}

	@Override
	public boolean mustRead(@Nullable String name, byte[] data) {
		return name == null || name.equals("error") || ResponsesWalk.isLast(name) || Dialect.super.mustRead(name, data);
	}

}
