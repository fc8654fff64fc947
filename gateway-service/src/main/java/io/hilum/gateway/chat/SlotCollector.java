package io.hilum.gateway.chat;

import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.phi.Form;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Decides for each string of a request what it is, by its key and the key it is under,
 * and collects those that must not leave as they are. Mutable; for one walk.
 */
final class SlotCollector {

	private final JsonParser parser;

	private final ArgumentsReader arguments;

	private final int maxTexts;

	private final List<Slot> slots = new ArrayList<>();

	private int texts;

	private @Nullable String unscannable;

	private Form contentForm = Form.TEXT;

	SlotCollector(JsonParser parser, ArgumentsReader arguments, int maxTexts) {
		this.parser = parser;
		this.arguments = arguments;
		this.maxTexts = maxTexts;
	}

	List<Slot> slots() {
		return this.slots;
	}

	@Nullable String unscannable() {
		return this.unscannable;
	}

	Form contentForm() {
		return this.contentForm;
	}

	void cannotSearch(String field) {
		this.unscannable = field;
	}

	void enterMessageField(String name, JsonToken token) {
		if (Vocabulary.isMedia(name) && token != JsonToken.VALUE_NULL) {
			this.unscannable = "messages." + name;
		}
	}

	void enterPartField(String name, JsonToken token) {
		boolean otherType = name.equals("type")
				&& !(token == JsonToken.VALUE_STRING && Vocabulary.isTextPart(this.parser.getString()));
		if (otherType || Vocabulary.isMedia(name)) {
			this.unscannable = "messages.content";
		}
	}

	/**
	 * Take the string at which the parser stands.
	 * @param parent the key that its object is under
	 * @param key its own key
	 * @return the string
	 */
	String string(String parent, String key) {
		String value = StrictJson.requireUnicode(this.parser.getString());
		if (Vocabulary.asksForJson(parent, key, value)) {
			this.contentForm = Form.JSON;
		}
		if (Vocabulary.isStructure(key, value)) {
			return value;
		}
		if (value.startsWith("data:") && value.contains(";base64,")) {
			this.unscannable = key;
		}
		switch (key) {
			case "arguments" -> arguments(value);
			case "id", "tool_call_id" -> id(parent, key, value);
			case "name" -> name(parent, value);
			default -> text(value);
		}
		return value;
	}

	private void id(String parent, String key, String value) {
		if (!key.equals("tool_call_id") && !parent.equals("tool_calls")) {
			text(value);
		}
		else if (!Vocabulary.isGeneratedId(value)) {
			add(new Slot.Alias(start(), end(), PhiText.of(value), "call_"), 0);
		}
	}

	private void name(String parent, String value) {
		if (Vocabulary.holdsFunctionName(parent)) {
			add(new Slot.FunctionName(start(), end(), PhiText.of(value)), 1);
		}
		else {
			text(value);
		}
	}

	private void arguments(String value) {
		int start = start();
		int end = end();
		this.arguments.read(value)
			.ifPresentOrElse((values) -> add(new Slot.Arguments(start, end, PhiText.of(value), values), values.size()),
					() -> text(value));
	}

	private void text(String value) {
		if (value.chars().anyMatch(Character::isLetterOrDigit)) {
			add(new Slot.Text(start(), end(), PhiText.of(value)), 1);
		}
	}

	/**
	 * Take a value that becomes an alias.
	 * @param token the token of the value
	 * @param name the field
	 * @param prefix how the alias begins
	 */
	void alias(JsonToken token, String name, String prefix) {
		if (token == JsonToken.VALUE_NULL) {
			return;
		}
		if (token != JsonToken.VALUE_STRING) {
			throw new GatewayProblem.Invalid("invalid_request", name + " must be a string", name).asException();
		}
		PhiText value = PhiText.of(StrictJson.requireUnicode(this.parser.getString()));
		add(new Slot.Alias(start(), end(), value, prefix), 0);
	}

	private void add(Slot slot, int count) {
		this.slots.add(slot);
		this.texts += count;
		if (this.texts > this.maxTexts) {
			throw new GatewayProblem.Invalid("too_many_texts",
					"A request may have " + this.maxTexts + " texts and values of tool calls", "messages")
				.asException();
		}
	}

	private int start() {
		return Math.toIntExact(this.parser.currentTokenLocation().getByteOffset());
	}

	private int end() {
		return Math.toIntExact(this.parser.currentLocation().getByteOffset());
	}

}
