package io.hilum.gateway.chat.dialect.choices;

import java.util.Set;

import io.hilum.gateway.chat.request.RequestWalk;
import io.hilum.gateway.chat.request.Turns;
import tools.jackson.core.JsonToken;

/**
 * OpenAI's chat completions.
 */
public final class ChatDialect extends ChoicesDialect {

	public static final ChatDialect INSTANCE = new ChatDialect();

	private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

	private static final Set<String> TEXT_PARTS = Set.of("text", "refusal", "input_text", "output_text", "reasoning",
			"thinking", "redacted_thinking");

	private ChatDialect() {
	}

	@Override
	public void field(String name, JsonToken token, RequestWalk walk) {
		switch (name) {
			case "messages" -> new Turns(walk, name, ROLES, TEXT_PARTS).all(token);
			case "user", "safety_identifier", "prompt_cache_key" -> walk.slots().alias(token, name, "user-");
			default -> walk.value(RequestWalk.NO_PARENT, name);
		}
	}

}
