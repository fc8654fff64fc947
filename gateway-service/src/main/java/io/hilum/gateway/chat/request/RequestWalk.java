package io.hilum.gateway.chat.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One walk over the tokens of one request. What all APIs have in common is done here; the
 * {@link RequestForm} takes the fields that are its own. Mutable; for one body and one
 * thread.
 */
public final class RequestWalk {

	public static final String NO_PARENT = "";

	private final Asked asked;

	private final RequestForm form;

	private final byte[] body;

	private static final Set<String> LIMITS = Set.of("max_tokens", "max_completion_tokens", "max_output_tokens");

	private static final int MOST_OUTPUT = 10_000_000;

	private final JsonParser parser;

	private final SlotCollector slots;

	private final Questions questions = new Questions();

	private final StoredState state = new StoredState();

	private final OfferedTools tools = new OfferedTools();

	private final List<Splice> edits = new ArrayList<>();

	private String model = "";

	private boolean stream;

	private boolean contentSeen;

	private int maxOutput;

	private HilumField hilum = HilumField.NONE;

	private int bodyStart;

	RequestWalk(RequestForm form, Asked asked, byte[] body, JsonParser parser, ArgumentsReader arguments,
			int maxTexts) {
		this.form = form;
		this.asked = asked;
		this.body = body;
		this.parser = parser;
		this.slots = new SlotCollector(parser, arguments, maxTexts);
	}

	ChatRequest walk() {
		require(this.parser.nextToken() == JsonToken.START_OBJECT, "The body must be an object", null);
		this.bodyStart = end();
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			field(this.parser.currentName(), offset());
		}
		require(this.parser.nextToken() == null, "The body must be one object", null);
		nameModel();
		require(!this.model.isEmpty(), "model is missing: name one of the models that GET /v1/models lists", "model");
		if (!this.contentSeen) {
			String content = this.asked.endpoint().content();
			require(false, content + " is missing or empty", content);
		}
		return new ChatRequest(this.asked.endpoint(), this.body, this.model, this.stream, this.slots.slots(),
				this.hilum, this.edits, this.questions, this.slots.unscannable(), this.slots.contentForm(),
				this.form.keepsState() ? this.state.at(this.bodyStart) : StoredState.NONE, this.maxOutput,
				this.tools.names());
	}

	private void field(String name, int nameStart) {
		String canonical = name.toLowerCase(Locale.ROOT);
		if (!name.equals(canonical) && Vocabulary.FIELDS.contains(canonical)) {
			throw invalid("Write the field " + canonical + " in lower case", canonical);
		}
		JsonToken token = this.parser.nextToken();
		if (LIMITS.contains(name)) {
			limit(token);
		}
		switch (name) {
			case "model" -> model(token);
			case "stream" -> this.stream = flag(token);
			case "hilum" -> hilum(token, nameStart);
			default -> {
				if (token != JsonToken.VALUE_NULL) {
					this.tools.field(name);
				}
				this.form.field(name, token, this);
			}
		}
	}

	/** What is no sensible number is for the provider to refuse. */
	private void limit(JsonToken token) {
		if (token == JsonToken.VALUE_NUMBER_INT) {
			long asked = this.parser.getValueAsLong(0);
			this.maxOutput = Math.max(this.maxOutput, Math.clamp(asked, 0, MOST_OUTPUT));
		}
	}

	/** Clients of Azure's paths, which name the model, may send null here. */
	private void model(JsonToken token) {
		String named = this.asked.model();
		if (named == null || token != JsonToken.VALUE_NULL) {
			this.model = string(token, "model");
		}
		if (named != null) {
			this.edits.add(Splice.string(offset(), end(), named));
			this.model = named;
		}
	}

	private void nameModel() {
		String named = this.asked.model();
		if (named != null && this.model.isEmpty()) {
			byte[] field = ("\"model\":" + new String(Splice.quoted(named), StandardCharsets.UTF_8) + ",")
				.getBytes(StandardCharsets.UTF_8);
			this.edits.addFirst(new Splice(this.bodyStart, this.bodyStart, field));
			this.model = named;
		}
	}

	private boolean flag(JsonToken token) {
		require(token.isBoolean() || token == JsonToken.VALUE_NULL, "stream must be true or false", "stream");
		return token == JsonToken.VALUE_TRUE;
	}

	private void hilum(JsonToken token, int nameStart) {
		this.hilum = new HilumReader(this.parser).read(token);
		this.edits.add(FieldRange.withComma(this.body, nameStart, end()));
	}

	/**
	 * Take the value at which the parser stands, with every string in it.
	 * @param parent the key that its object is under
	 * @param key its own key
	 */
	public void value(String parent, String key) {
		switch (this.parser.currentToken()) {
			case START_OBJECT, START_ARRAY -> {
				this.tools.enter(key);
				within(parent, key);
				this.tools.leave(key);
			}
			case VALUE_STRING -> this.tools.string(parent, key, this.slots.string(parent, key));
			default -> {
			}
		}
	}

	private void within(String parent, String key) {
		if (this.parser.currentToken() == JsonToken.START_ARRAY) {
			while (this.parser.nextToken() != JsonToken.END_ARRAY) {
				value(parent, key);
			}
			return;
		}
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			value(key, name);
		}
	}

	/**
	 * Take the value at which the parser stands as data of the caller's own form: each
	 * string and each number in it is searched together with its key, and keys that are
	 * not written as names of fields are.
	 * @param key the key of the value
	 */
	public void data(String key) {
		switch (this.parser.currentToken()) {
			case START_OBJECT -> {
				while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
					String name = this.parser.currentName();
					this.slots.key(name, this.body);
					this.parser.nextToken();
					data(name);
				}
			}
			case START_ARRAY -> {
				while (this.parser.nextToken() != JsonToken.END_ARRAY) {
					data(key);
				}
			}
			case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> this.slots.labelled(key);
			default -> {
			}
		}
	}

	public String string(JsonToken token, String name) {
		return string(this.parser, token, name);
	}

	static String string(JsonParser parser, JsonToken token, String name) {
		if (token != JsonToken.VALUE_STRING) {
			require(false, name + " must be a string", name);
		}
		return StrictJson.requireUnicode(parser.getString());
	}

	/**
	 * Note that the request has what it must have.
	 */
	public void hasContent() {
		this.contentSeen = true;
	}

	public JsonParser parser() {
		return this.parser;
	}

	public SlotCollector slots() {
		return this.slots;
	}

	public Questions questions() {
		return this.questions;
	}

	public StoredState state() {
		return this.state;
	}

	public int offset() {
		return Math.toIntExact(this.parser.currentTokenLocation().getByteOffset());
	}

	public int end() {
		return Math.toIntExact(this.parser.currentLocation().getByteOffset());
	}

	public static void require(boolean condition, String message, @Nullable String param) {
		if (!condition) {
			throw invalid(message, param);
		}
	}

	static RuntimeException invalid(String message, @Nullable String param) {
		return new GatewayProblem.Invalid("invalid_request", message, param).asException();
	}

}
