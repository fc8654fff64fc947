package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One walk over the tokens of one request. Mutable; for one body and one thread.
 */
final class ChatRequestWalk {

	private static final String NO_PARENT = "";

	private final Asked asked;

	private final byte[] body;

	private final JsonParser parser;

	private final SlotCollector slots;

	private String model = "";

	private boolean stream;

	private boolean contentSeen;

	private HilumField hilum = HilumField.NONE;

	private final List<Splice> edits = new ArrayList<>();

	private @Nullable PhiText firstUserText;

	private PhiText lastUserText = PhiText.of("");

	private int lastUserMessage = -1;

	private int bodyStart;

	ChatRequestWalk(Asked asked, byte[] body, JsonParser parser, ArgumentsReader arguments, int maxTexts) {
		this.asked = asked;
		this.body = body;
		this.parser = parser;
		this.slots = new SlotCollector(parser, arguments, maxTexts);
	}

	ChatRequest walk() {
		require(this.parser.nextToken() == JsonToken.START_OBJECT, "The body must be an object", null);
		this.bodyStart = Math.toIntExact(this.parser.currentLocation().getByteOffset());
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			field(this.parser.currentName(), offset());
		}
		require(this.parser.nextToken() == null, "The body must be one object", null);
		nameModel();
		require(!this.model.isEmpty(), "model must be the name of a model", "model");
		String content = this.asked.endpoint().content();
		require(this.contentSeen, content + " must not be empty", content);
		PhiText first = (this.firstUserText != null) ? this.firstUserText : PhiText.of("");
		return new ChatRequest(this.asked.endpoint(), this.body, this.model, this.stream, this.slots.slots(),
				this.hilum, this.edits, first, this.lastUserText, this.lastUserMessage, this.slots.unscannable(),
				this.slots.contentForm());
	}

	private void field(String name, int nameStart) {
		String canonical = name.toLowerCase(Locale.ROOT);
		require(name.equals(canonical) || !Vocabulary.FIELDS.contains(canonical), "A field is written in another case",
				canonical);
		JsonToken token = this.parser.nextToken();
		switch (name) {
			case "model" -> model(token);
			case "stream" -> this.stream = flag(token);
			case "messages" -> messages(token);
			case "input" -> input(token);
			case "hilum" -> hilum(token, nameStart);
			case "user", "safety_identifier", "prompt_cache_key" -> this.slots.alias(token, name, "user-");
			default -> value(NO_PARENT, name);
		}
	}

	private void model(JsonToken token) {
		this.model = string(token, "model");
		String named = this.asked.model();
		if (named != null) {
			int end = Math.toIntExact(this.parser.currentLocation().getByteOffset());
			this.edits.add(Splice.string(offset(), end, named));
		}
	}

	private void nameModel() {
		String named = this.asked.model();
		if (named == null) {
			return;
		}
		if (this.model.isEmpty()) {
			byte[] field = ("\"model\":" + new String(Splice.quoted(named), StandardCharsets.UTF_8) + ",")
				.getBytes(StandardCharsets.UTF_8);
			this.edits.addFirst(new Splice(this.bodyStart, this.bodyStart, field));
		}
		this.model = named;
	}

	/**
	 * Numbers are tokens of a text that cannot be searched.
	 */
	private void input(JsonToken token) {
		this.contentSeen |= this.asked.endpoint() == Endpoint.EMBEDDINGS && token != JsonToken.VALUE_NULL;
		if (token == JsonToken.START_ARRAY) {
			while (this.parser.nextToken() != JsonToken.END_ARRAY) {
				if (this.parser.currentToken() != JsonToken.VALUE_STRING) {
					this.slots.cannotSearch("input");
				}
				value(NO_PARENT, "input");
			}
			return;
		}
		value(NO_PARENT, "input");
	}

	private String string(JsonToken token, String name) {
		require(token == JsonToken.VALUE_STRING, name + " must be a string", name);
		return StrictJson.requireUnicode(this.parser.getString());
	}

	private boolean flag(JsonToken token) {
		require(token.isBoolean() || token == JsonToken.VALUE_NULL, "stream must be true or false", "stream");
		return token == JsonToken.VALUE_TRUE;
	}

	private void messages(JsonToken token) {
		require(token == JsonToken.START_ARRAY, "messages must be an array", "messages");
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			require(this.parser.currentToken() == JsonToken.START_OBJECT, "a message must be an object", "messages");
			message(offset());
			this.contentSeen |= this.asked.endpoint() == Endpoint.CHAT;
		}
	}

	private void message(int start) {
		String role = "";
		StringBuilder content = new StringBuilder();
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			JsonToken token = this.parser.nextToken();
			this.slots.enterMessageField(name, token);
			switch (name) {
				case "role" -> role = string(token, "messages.role");
				case "content" -> content(token, content);
				default -> value("messages", name);
			}
		}
		require(Vocabulary.isStructure("role", role), "a message must have a role of OpenAI's", "messages.role");
		if (role.equals("user")) {
			this.lastUserText = PhiText.of(content.toString());
			this.firstUserText = (this.firstUserText != null) ? this.firstUserText : this.lastUserText;
			this.lastUserMessage = start;
		}
	}

	private void content(JsonToken token, StringBuilder content) {
		switch (token) {
			case VALUE_STRING -> content.append(this.slots.string("messages", "content"));
			case VALUE_NULL -> {
			}
			case START_ARRAY -> parts(content);
			default -> require(false, "content must be a string or an array of parts", "messages.content");
		}
	}

	private void parts(StringBuilder content) {
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			require(this.parser.currentToken() == JsonToken.START_OBJECT, "a part must be an object",
					"messages.content");
			while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = this.parser.currentName();
				JsonToken token = this.parser.nextToken();
				this.slots.enterPartField(name, token);
				if (token == JsonToken.VALUE_STRING && name.equals("text")) {
					content.append(content.isEmpty() ? "" : "\n").append(this.slots.string("content", name));
					continue;
				}
				value("content", name);
			}
		}
	}

	private void hilum(JsonToken token, int nameStart) {
		require(token == JsonToken.START_OBJECT, "hilum must be an object", "hilum");
		List<String> collections = List.of();
		PhiText conversation = null;
		String purpose = null;
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			JsonToken value = this.parser.nextToken();
			switch (name) {
				case "collections" -> collections = strings(value);
				case "conversation" -> conversation = PhiText.of(string(value, "hilum.conversation"));
				case "purpose" -> purpose = string(value, "hilum.purpose");
				default -> require(false, "hilum has collections, conversation and purpose", "hilum");
			}
		}
		this.hilum = new HilumField(collections, conversation, purpose);
		int end = Math.toIntExact(this.parser.currentLocation().getByteOffset());
		this.edits.add(FieldRange.withComma(this.body, nameStart, end));
	}

	private List<String> strings(JsonToken token) {
		require(token == JsonToken.START_ARRAY, "hilum.collections must be an array", "hilum.collections");
		List<String> values = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			values.add(string(this.parser.currentToken(), "hilum.collections"));
		}
		return values;
	}

	private void value(String parent, String key) {
		switch (this.parser.currentToken()) {
			case START_OBJECT -> {
				while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
					String name = this.parser.currentName();
					this.parser.nextToken();
					value(key, name);
				}
			}
			case START_ARRAY -> {
				while (this.parser.nextToken() != JsonToken.END_ARRAY) {
					value(parent, key);
				}
			}
			case VALUE_STRING -> this.slots.string(parent, key);
			default -> {
			}
		}
	}

	private int offset() {
		return Math.toIntExact(this.parser.currentTokenLocation().getByteOffset());
	}

	private static void require(boolean condition, String message, @Nullable String param) {
		if (!condition) {
			throw new GatewayProblem.Invalid("invalid_request", message, param).asException();
		}
	}

}
