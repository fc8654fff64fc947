package io.hilum.routing.answer;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The object {@code usage} of any dialect. OpenAI's totals contain their details; of
 * Anthropic's, {@code input_tokens} has nothing in it that a cache was read or written
 * for, and a stream tells it in two events of which the later one counts. Not
 * thread-safe.
 */
final class UsageObject {

	private static final Pattern NAME = Pattern.compile("[a-z_]{1,32}");

	/**
	 * More than any answer has, and exact as a floating-point number, as some servers
	 * count.
	 */
	private static final double MOST = 1L << 40;

	private @Nullable String tier;

	private boolean fast;

	private boolean chat;

	private long prompt;

	private long completion;

	private long total;

	private long cached;

	private long cacheWrite;

	/**
	 * Anthropic's own counts of caches, which servers that answer in OpenAI's dialect for
	 * its models repeat next to the details.
	 */
	private long cacheRead;

	private long cacheCreation;

	private long reasoning;

	private long audioInput;

	private long audioOutput;

	/**
	 * Read one more object; what it does not say stays as it was.
	 * @param parser at the begin of the object
	 */
	void read(JsonParser parser) {
		eachMember(parser, (name) -> {
			switch (name) {
				case "prompt_tokens", "input_tokens" -> {
					this.chat |= "prompt_tokens".equals(name);
					this.prompt = count(parser, this.prompt);
				}
				case "completion_tokens", "output_tokens" -> this.completion = count(parser, this.completion);
				case "service_tier" -> this.tier = name(parser, this.tier);
				case "speed" -> this.fast = "fast".equals(name(parser, null));
				case "total_tokens" -> this.total = count(parser, this.total);
				case "cache_read_input_tokens" -> this.cacheRead = count(parser, this.cacheRead);
				case "cache_creation_input_tokens" -> this.cacheCreation = count(parser, this.cacheCreation);
				case "prompt_tokens_details", "input_tokens_details" -> readInputDetails(parser);
				case "completion_tokens_details", "output_tokens_details" -> readOutputDetails(parser);
				default -> parser.skipChildren();
			}
		});
	}

	private void readInputDetails(JsonParser parser) {
		eachMember(parser, (name) -> {
			switch (name) {
				case "cached_tokens" -> this.cached = count(parser, this.cached);
				case "cache_write_tokens" -> this.cacheWrite = count(parser, this.cacheWrite);
				case "audio_tokens" -> this.audioInput = count(parser, this.audioInput);
				default -> parser.skipChildren();
			}
		});
	}

	private void readOutputDetails(JsonParser parser) {
		eachMember(parser, (name) -> {
			switch (name) {
				case "reasoning_tokens" -> this.reasoning = count(parser, this.reasoning);
				case "audio_tokens" -> this.audioOutput = count(parser, this.audioOutput);
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

	private static long count(JsonParser parser, long before) {
		if (!parser.currentToken().isNumeric()) {
			parser.skipChildren();
			return before;
		}
		return (long) Math.clamp(parser.getDoubleValue(), 0, MOST);
	}

	/** Of a few letters, or it is none. */
	static @Nullable String name(JsonParser parser, @Nullable String before) {
		String name = (parser.currentToken() == JsonToken.VALUE_STRING) ? parser.getString() : "";
		parser.skipChildren();
		return NAME.matcher(name).matches() ? name : before;
	}

	/**
	 * The service tier, which Anthropic tells with its counts.
	 * @return its name, if it was told
	 */
	@Nullable String tier() {
		return this.fast ? "fast" : this.tier;
	}

	/**
	 * Whether anything was counted. Nobody is asked without a token: servers that cannot
	 * count say zero, and so do our own translators where nothing was said.
	 */
	boolean isKnown() {
		return this.prompt + this.completion + this.cacheRead + this.cacheCreation > 0;
	}

	/**
	 * The counts so far, each token once.
	 * @return the counts
	 */
	TokenCounts counts() {
		long read = Math.max(this.cached, this.cacheRead);
		long written = Math.max(this.cacheWrite, this.cacheCreation);
		boolean beside = !this.chat && this.cacheRead + this.cacheCreation > 0;
		long input = Math.max(0, this.prompt - (beside ? 0 : read + written) - this.audioInput);
		long output = Math.max(0, this.completion - (thoughtBeside() ? 0 : this.reasoning) - this.audioOutput);
		return new TokenCounts(input, read, written, output, this.reasoning, this.audioInput, this.audioOutput);
	}

	/**
	 * Some servers (xAI's) count reasoning beside the completion, which only the total
	 * shows.
	 */
	private boolean thoughtBeside() {
		return this.reasoning > 0 && this.total == this.prompt + this.completion + this.reasoning;
	}

}
