package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * OpenAI's chat completions.
 */
final class ChatDialect implements Dialect {

	static final ChatDialect INSTANCE = new ChatDialect();

	private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

	private static final Set<String> TEXT_PARTS = Set.of("text", "refusal", "input_text", "output_text", "reasoning",
			"thinking", "redacted_thinking");

	private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

	private static final int BEGINNING = 16;

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

	@Override
	public AnswerWalk answer(JsonParser parser) {
		return new ChoicesWalk(parser);
	}

	@Override
	public EventForm events(String requestId) {
		return new ChoicesForm();
	}

	@Override
	public boolean isEndMark(byte[] data) {
		return Arrays.equals(data, DONE);
	}

	@Override
	public boolean mustRead(@Nullable String name, byte[] data) {
		return mayBeError(data);
	}

	static boolean mayBeError(byte[] data) {
		return data.length > 2 && data[0] == '{'
				&& new String(data, 0, Math.min(BEGINNING, data.length), StandardCharsets.ISO_8859_1).contains("error");
	}

}
