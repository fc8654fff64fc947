package io.hilum.gateway.chat.request;

import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.chat.wire.MemberName;
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
public final class SlotCollector {

	private final JsonParser parser;

	private final ArgumentsReader arguments;

	private final int maxTexts;

	private final List<Slot> slots = new ArrayList<>();

	private int texts;

	private int lastPart = -1;

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

	public void cannotSearch(String field) {
		this.unscannable = field;
	}

	/**
	 * Take the string at which the parser stands.
	 * @param parent the key that its object is under
	 * @param key its own key
	 * @return the string
	 */
	public String string(String parent, String key) {
		String value = StrictJson.requireUnicode(this.parser.getString());
		if (Vocabulary.asksForJson(parent, key, value)) {
			this.contentForm = Form.JSON;
		}
		if (Vocabulary.isStructure(key, value)) {
			return value;
		}
		if (Vocabulary.isSealed(parent, key, value)) {
			return value;
		}
		if (Vocabulary.isPayload(key, value)) {
			this.unscannable = key;
			if (Vocabulary.isBinary(value)) {
				return value;
			}
		}
		switch (key) {
			case "arguments" -> arguments(value);
			case "id", "tool_call_id", "call_id", "tool_use_id" -> id(parent, key, value);
			case "name", "namespace" -> name(parent, value);
			case "tool_name" -> functionName(value);
			default -> text(value);
		}
		return value;
	}

	private void id(String parent, String key, String value) {
		if (key.equals("id") && !Vocabulary.holdsGeneratedId(parent)) {
			text(value);
		}
		else {
			reference(value);
		}
	}

	private void reference(String value) {
		if (!Vocabulary.isGeneratedId(value)) {
			add(new Slot.Alias(start(), end(), PhiText.of(value), "call_"), 0);
		}
	}

	private void name(String parent, String value) {
		if (Vocabulary.holdsFunctionName(parent)) {
			functionName(value);
		}
		else {
			text(value);
		}
	}

	private void functionName(String value) {
		add(new Slot.FunctionName(start(), end(), PhiText.of(value)), 1);
	}

	/**
	 * Take the string or the number at which the parser stands together with its key.
	 * @param key its own key
	 */
	public void labelled(String key) {
		String value = StrictJson.requireUnicode(this.parser.getString());
		int start = start();
		int end = (this.parser.currentToken() == JsonToken.VALUE_STRING) ? end() : start + value.length();
		add(new Slot.Value(ArgumentValue.of(start, end, key, value)), 1);
	}

	/**
	 * Take the key at which the parser stands, unless it is the name of a field.
	 * @param name the key
	 * @param body what is parsed
	 */
	void key(String name, byte[] body) {
		if (!MemberName.isField(name)) {
			int start = start();
			PhiText text = PhiText.of(StrictJson.requireUnicode(name));
			add(new Slot.Text(start, MemberName.end(body, start), text, false), 1);
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
			add(new Slot.Text(start(), end(), PhiText.of(value), false), 1);
		}
	}

	/**
	 * Take the parts of one message: what stands at the end of one may go on in the next.
	 * @param value the text of a part
	 * @param goesOn whether a text before is a part of the same message
	 */
	private void part(String value, boolean goesOn) {
		if (!value.isEmpty()) {
			add(new Slot.Text(start(), end(), PhiText.of(value), goesOn), 1);
			this.lastPart = this.slots.size();
		}
	}

	/**
	 * A message with parts begins or ends.
	 */
	public void apart() {
		this.lastPart = -1;
	}

	/**
	 * Take the text of a part of a message, at which the parser stands.
	 * @return the text
	 */
	public String part() {
		String value = StrictJson.requireUnicode(this.parser.getString());
		if (Vocabulary.isPayload("text", value)) {
			return string("content", "text");
		}
		part(value, this.lastPart == this.slots.size());
		return value;
	}

	/**
	 * Take a value that becomes an alias.
	 * @param token the token of the value
	 * @param name the field
	 * @param prefix how the alias begins
	 */
	public void alias(JsonToken token, String name, String prefix) {
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
					"The request has more than " + this.maxTexts
							+ " texts and values of tool calls, the most that are searched for identifiers at once",
					null)
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
