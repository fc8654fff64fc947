package io.hilum.gateway.chat.dialect.choices;

import io.hilum.gateway.chat.request.RequestWalk;
import tools.jackson.core.JsonToken;

/**
 * OpenAI's APIs that take one text or an array of texts: embeddings, and the older
 * completions, whose answers have choices as chats have. Numbers in place of texts are
 * tokens, which cannot be searched.
 */
public final class TextsDialect extends ChoicesDialect {

	public static final TextsDialect INPUT = new TextsDialect("input", false);

	public static final TextsDialect PROMPT = new TextsDialect("prompt", true);

	private final String content;

	private final boolean conversation;

	/**
	 * Create a dialect.
	 * @param content the field of the texts
	 * @param conversation whether the text begins a conversation of its own, within which
	 * pseudonyms are stable; vectors must be comparable over requests
	 */
	private TextsDialect(String content, boolean conversation) {
		this.content = content;
		this.conversation = conversation;
	}

	@Override
	public void field(String name, JsonToken token, RequestWalk walk) {
		switch (name) {
			case "user", "safety_identifier", "prompt_cache_key" -> walk.slots().alias(token, name, "user-");
			default -> {
				if (name.equals(this.content)) {
					texts(token, walk);
				}
				else {
					walk.value(RequestWalk.NO_PARENT, name);
				}
			}
		}
	}

	private void texts(JsonToken token, RequestWalk walk) {
		if (token != JsonToken.VALUE_NULL) {
			walk.hasContent();
		}
		if (token != JsonToken.START_ARRAY) {
			text(token, walk);
			return;
		}
		while (walk.parser().nextToken() != JsonToken.END_ARRAY) {
			text(walk.parser().currentToken(), walk);
		}
	}

	private void text(JsonToken token, RequestWalk walk) {
		if (token == JsonToken.VALUE_STRING) {
			String text = walk.slots().string(RequestWalk.NO_PARENT, this.content);
			if (this.conversation) {
				walk.questions().ask(text, null);
			}
			return;
		}
		if (token != JsonToken.VALUE_NULL) {
			walk.slots().cannotSearch(this.content);
		}
		walk.value(RequestWalk.NO_PARENT, this.content);
	}

}
