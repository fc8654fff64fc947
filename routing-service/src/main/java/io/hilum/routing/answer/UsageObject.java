package io.hilum.routing.answer;

import java.util.function.Consumer;

import io.hilum.routing.tokens.TokenCounts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * OpenAI's object {@code usage}, whose totals contain their details.
 */
final class UsageObject {

	private long prompt;

	private long completion;

	private long cached;

	private long reasoning;

	private long audioInput;

	private long audioOutput;

	private UsageObject() {
	}

	static TokenCounts read(JsonParser parser) {
		UsageObject usage = new UsageObject();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			switch (name) {
				case "prompt_tokens" -> usage.prompt = count(parser);
				case "completion_tokens" -> usage.completion = count(parser);
				case "prompt_tokens_details" -> usage.readInputDetails(parser);
				case "completion_tokens_details" -> usage.readOutputDetails(parser);
				default -> parser.skipChildren();
			}
		}
		return usage.disjoint();
	}

	private void readInputDetails(JsonParser parser) {
		eachMember(parser, (name) -> {
			switch (name) {
				case "cached_tokens" -> this.cached = count(parser);
				case "audio_tokens" -> this.audioInput = count(parser);
				default -> parser.skipChildren();
			}
		});
	}

	private void readOutputDetails(JsonParser parser) {
		eachMember(parser, (name) -> {
			switch (name) {
				case "reasoning_tokens" -> this.reasoning = count(parser);
				case "audio_tokens" -> this.audioOutput = count(parser);
				default -> parser.skipChildren();
			}
		});
	}

	private static void eachMember(JsonParser parser, Consumer<String> reader) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return;
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			reader.accept(name);
		}
	}

	private static long count(JsonParser parser) {
		if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
			parser.skipChildren();
			return 0;
		}
		return Math.max(0, parser.getIntValue());
	}

	private TokenCounts disjoint() {
		long input = Math.max(0, this.prompt - this.cached - this.audioInput);
		long output = Math.max(0, this.completion - this.reasoning - this.audioOutput);
		return new TokenCounts(input, this.cached, 0, output, this.reasoning, this.audioInput, this.audioOutput);
	}

}
