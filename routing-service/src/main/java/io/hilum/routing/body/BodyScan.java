package io.hilum.routing.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One pass over one body. Created per request and not thread-safe.
 */
final class BodyScan {

	/** Anthropic's dearer tier, which has a field of its own. */
	private static final String FAST = "fast";

	private static final Pattern TIER = Pattern.compile("[a-z_]{1,32}");

	private static final int MAX_CHOICES = 128;

	private static final int MAX_TOKENS = 10_000_000;

	private static final int MAX_PROMPTS = 2048;

	private final JsonParser parser;

	private final int objectStart;

	private final Endpoint endpoint;

	private @Nullable String model;

	private @Nullable Member modelMember;

	private boolean stream;

	private int choices = 1;

	/**
	 * Completions only: {@code best_of} are written of which {@code n} are sent, and each
	 * of several prompts has its own.
	 */
	private int drafts = 1;

	private int prompts = 1;

	private @Nullable Integer maxTokens;

	private final List<Member> limits = new ArrayList<>(2);

	private @Nullable Member streamOptions;

	private boolean streamOptionsEmpty;

	private boolean includeUsage;

	private @Nullable Member includeUsageMember;

	private @Nullable Member extension;

	private @Nullable String serviceTier;

	private boolean fast;

	BodyScan(JsonParser parser, int objectStart, Endpoint endpoint) {
		this.parser = parser;
		this.objectStart = objectStart;
		this.endpoint = endpoint;
	}

	BodyFields read() {
		this.parser.nextToken();
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			int nameStart = offset();
			String name = this.parser.currentName();
			this.parser.nextToken();
			readMember(name, nameStart);
		}
		if (this.parser.nextToken() != null) {
			throw BodyScanner.invalid("The body must be one JSON object and nothing else", null);
		}
		if (this.model == null || this.modelMember == null) {
			throw BodyScanner.invalid("The field model is required", "model");
		}
		int answers = Math.multiplyExact(Math.max(this.choices, this.drafts), this.prompts);
		return new BodyFields(this.endpoint, this.objectStart, this.model, this.modelMember, this.stream, answers,
				this.maxTokens, List.copyOf(this.limits), this.streamOptions, this.streamOptionsEmpty,
				this.includeUsage, this.includeUsageMember, this.extension, this.fast ? FAST : this.serviceTier);
	}

	private void readMember(String name, int nameStart) {
		switch (name) {
			case "model" -> readModel(nameStart);
			case "stream" -> this.stream = flag(name);
			case "service_tier" -> readServiceTier();
			case "hilum" -> this.extension = new Member(nameStart, skipValue());
			default -> readOwnMember(name, nameStart);
		}
	}

	/**
	 * A member that only some operations have.
	 */
	private void readOwnMember(String name, int nameStart) {
		if (this.endpoint.isLimit(name)) {
			readLimit(name, nameStart);
		}
		else if (this.endpoint.asksForUsage() && "stream_options".equals(name)) {
			readStreamOptions(nameStart);
		}
		else if (this.endpoint.hasChoices() && "n".equals(name)) {
			this.choices = count(name, MAX_CHOICES);
		}
		else if (this.endpoint == Endpoint.MESSAGES && "speed".equals(name)) {
			this.fast = FAST.equals(this.parser.getValueAsString());
			this.parser.skipChildren();
		}
		else if (this.endpoint == Endpoint.COMPLETIONS && "best_of".equals(name)) {
			this.drafts = count(name, MAX_CHOICES);
		}
		else if (this.endpoint == Endpoint.COMPLETIONS && "prompt".equals(name)) {
			readPrompt();
		}
		else {
			this.parser.skipChildren();
		}
	}

	/**
	 * A list is of prompts, unless it is one prompt as a list of tokens.
	 */
	private void readPrompt() {
		if (this.parser.currentToken() != JsonToken.START_ARRAY) {
			this.parser.skipChildren();
			return;
		}
		int items = 0;
		boolean tokens = false;
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			tokens = this.parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
			this.parser.skipChildren();
			items++;
		}
		this.prompts = (tokens || items == 0) ? 1 : items;
		if (this.prompts > MAX_PROMPTS) {
			throw BodyScanner.invalid("The field prompt may have at most " + MAX_PROMPTS + " prompts", "prompt");
		}
	}

	private void readModel(int nameStart) {
		if (this.parser.currentToken() != JsonToken.VALUE_STRING) {
			throw BodyScanner.invalid("The field model must be a string", "model");
		}
		int start = offset();
		this.model = this.parser.getString();
		this.modelMember = new Member(nameStart, new Span(start, end()));
		if (this.model.isBlank()) {
			throw BodyScanner.invalid("The field model must not be blank", "model");
		}
	}

	/**
	 * What is no name of a tier is none that has a price.
	 */
	private void readServiceTier() {
		if (this.parser.currentToken() == JsonToken.VALUE_STRING) {
			String name = this.parser.getString();
			this.serviceTier = TIER.matcher(name).matches() ? name : "other";
		}
		this.parser.skipChildren();
	}

	private void readLimit(String name, int nameStart) {
		int start = offset();
		boolean absent = this.parser.currentToken() == JsonToken.VALUE_NULL;
		if (!absent) {
			int limit = count(name, MAX_TOKENS);
			this.maxTokens = (this.maxTokens != null) ? Math.min(this.maxTokens, limit) : Integer.valueOf(limit);
		}
		this.limits.add(new Member(nameStart, new Span(start, start + this.parser.getStringLength())));
	}

	private void readStreamOptions(int nameStart) {
		int start = offset();
		if (this.parser.currentToken() == JsonToken.VALUE_NULL) {
			this.streamOptionsEmpty = true;
		}
		else if (this.parser.currentToken() == JsonToken.START_OBJECT) {
			this.streamOptionsEmpty = true;
			while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
				this.streamOptionsEmpty = false;
				readStreamOption();
			}
		}
		else {
			throw BodyScanner.invalid("The field stream_options must be an object", "stream_options");
		}
		this.streamOptions = new Member(nameStart, new Span(start, end()));
	}

	private void readStreamOption() {
		int nameStart = offset();
		boolean usage = "include_usage".equals(this.parser.currentName());
		this.parser.nextToken();
		int start = offset();
		if (usage) {
			this.includeUsage = flag("stream_options.include_usage");
			this.includeUsageMember = new Member(nameStart, new Span(start, start + this.parser.getStringLength()));
		}
		else {
			this.parser.skipChildren();
		}
	}

	private Span skipValue() {
		int start = offset();
		this.parser.skipChildren();
		this.parser.finishToken();
		return new Span(start, switch (this.parser.currentToken()) {
			case VALUE_STRING, END_OBJECT, END_ARRAY -> end();
			default -> start + this.parser.getStringLength();
		});
	}

	private boolean flag(String name) {
		return switch (this.parser.currentToken()) {
			case VALUE_TRUE -> true;
			case VALUE_FALSE, VALUE_NULL -> false;
			default -> throw BodyScanner.invalid("The field " + name + " must be true or false", name);
		};
	}

	private int count(String name, int max) {
		if (this.parser.currentToken() == JsonToken.VALUE_NULL) {
			return 1;
		}
		boolean whole = this.parser.currentToken() == JsonToken.VALUE_NUMBER_INT
				&& this.parser.getNumberType() == JsonParser.NumberType.INT;
		if (!whole || this.parser.getIntValue() < 1 || this.parser.getIntValue() > max) {
			throw BodyScanner.invalid("The field " + name + " must be a whole number from 1 to " + max, name);
		}
		return this.parser.getIntValue();
	}

	private int offset() {
		return (int) this.parser.currentTokenLocation().getByteOffset();
	}

	/**
	 * Where a token ends that is closed by a sign of its own.
	 */
	private int end() {
		return (int) this.parser.currentLocation().getByteOffset();
	}

}
