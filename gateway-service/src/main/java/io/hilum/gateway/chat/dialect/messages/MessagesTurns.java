package io.hilum.gateway.chat.dialect.messages;

import java.util.Set;

import io.hilum.gateway.chat.request.RequestWalk;
import io.hilum.gateway.chat.request.Turns;
import tools.jackson.core.JsonToken;

/**
 * Walks over Anthropic's messages, whose contents are blocks that may have contents
 * themselves. Thoughts are searched too, signed or not: since pseudonyms are stable, what
 * was signed is what leaves again.
 */
final class MessagesTurns extends Turns {

	private static final Set<String> ROLES = Set.of("user", "assistant", "system");

	private static final Set<String> TEXT_BLOCKS = Set.of("text", "tool_use", "tool_result", "thinking",
			"redacted_thinking", "document", "search_result", "server_tool_use", "web_search_tool_result",
			"web_search_result", "tool_reference", "tool_addition", "tool_search_tool_result",
			"tool_search_tool_search_result", "web_fetch_tool_result", "web_fetch_result", "code_execution_tool_result",
			"bash_code_execution_tool_result", "text_editor_code_execution_tool_result", "mcp_tool_use",
			"mcp_tool_result");

	private static final Set<String> TEXT_SOURCES = Set.of("text", "content");

	MessagesTurns(RequestWalk walk) {
		super(walk, "messages", ROLES, TEXT_BLOCKS);
	}

	@Override
	protected void partType(String type) {
		super.partType(type);
		if (type.equals("tool_result")) {
			isNoQuestion();
		}
	}

	@Override
	protected void partField(String name, JsonToken token) {
		switch (name) {
			case "input" -> walk().data(name);
			case "content" -> nested(token);
			case "source" -> source(token);
			default -> super.partField(name, token);
		}
	}

	private void nested(JsonToken token) {
		if (token == JsonToken.START_OBJECT) {
			block();
		}
		else {
			content(token, new StringBuilder());
		}
	}

	/**
	 * A block that stands alone where others have a list, such as the result of a tool of
	 * the provider.
	 */
	private void block() {
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser().currentName();
			JsonToken token = parser().nextToken();
			if (name.equals("type") && token == JsonToken.VALUE_STRING && parser().getString().equals("image")) {
				walk().slots().cannotSearch(contentField());
			}
			if (name.equals("source")) {
				source(token);
			}
			else if (name.equals("content") && token == JsonToken.START_OBJECT) {
				block();
			}
			else {
				walk().value("content", name);
			}
		}
	}

	private void source(JsonToken token) {
		if (token != JsonToken.START_OBJECT) {
			walk().value("content", "source");
			return;
		}
		boolean text = false;
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser().currentName();
			JsonToken value = parser().nextToken();
			if (name.equals("content")) {
				nested(value);
				continue;
			}
			text |= name.equals("type") && value == JsonToken.VALUE_STRING
					&& TEXT_SOURCES.contains(parser().getString());
			walk().value("source", name);
		}
		if (!text) {
			walk().slots().cannotSearch(contentField());
		}
	}

}
