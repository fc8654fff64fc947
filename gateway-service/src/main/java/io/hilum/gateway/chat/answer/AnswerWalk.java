package io.hilum.gateway.chat.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.hilum.gateway.chat.answer.AnswerScan.Marks;
import io.hilum.gateway.chat.answer.AnswerScan.Range;
import io.hilum.gateway.chat.answer.AnswerScan.Signal;
import io.hilum.gateway.chat.answer.AnswerSlot.Kind;
import io.hilum.gateway.chat.wire.MemberName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * One walk over the tokens of an answer, or of one event of a streamed one. What says
 * where a string belongs may stand behind the string. Mutable; for one answer and one
 * thread.
 */
public abstract class AnswerWalk {

	/**
	 * Fields whose strings no person reads, that a provider has signed, or that are
	 * pieces of tokens.
	 */
	private static final Set<String> LEFT_ALONE = Set.of("logprobs", "finish_reason", "role", "id", "type", "object",
			"status", "signature", "encrypted_content", "encrypted_index", "data", "item_id", "call_id", "tool_use_id",
			"stop_reason", "obfuscation");

	private static final byte[] NOTHING = {};

	private final JsonParser parser;

	private byte[] bytes = NOTHING;

	private final List<AnswerSlot> slots = new ArrayList<>(4);

	private final CitedPlaces cited = new CitedPlaces();

	private final List<Integer> ended = new ArrayList<>(1);

	private Signal signal = Signal.NONE;

	private int hilumAt = -1;

	private @Nullable String type;

	private @Nullable Range choices;

	private @Nullable Range usage;

	private @Nullable Range sequence;

	private int number;

	protected AnswerWalk(JsonParser parser) {
		this.parser = parser;
	}

	/**
	 * Walk.
	 * @param bytes what is parsed
	 * @return what was found
	 * @throws tools.jackson.core.JacksonException if it is no JSON object
	 */
	final AnswerScan walk(byte[] bytes) {
		this.bytes = bytes;
		if (this.parser.nextToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(this.parser, "an answer must be an object");
		}
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			JsonToken token = this.parser.nextToken();
			int start = start();
			if (name.equals("error") && token != JsonToken.VALUE_NULL) {
				this.signal = Signal.FAILED;
			}
			field(name, token);
			this.parser.skipChildren();
			note(name, start);
		}
		int end = start();
		finish(end);
		return new AnswerScan(this.slots, this.cited.found(), this.ended, this.signal, this.hilumAt,
				new Marks(this.type, this.choices, this.usage, this.sequence, this.number, end));
	}

	private void note(String name, int start) {
		switch (name) {
			case "choices" -> this.choices = new Range(start, end());
			case "usage" -> this.usage = new Range(start, end());
			case "sequence_number" -> {
				if (this.parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
					this.number = this.parser.getIntValue();
					this.sequence = new Range(start, start + this.parser.getString().length());
				}
			}
			default -> {
			}
		}
	}

	/**
	 * Take a field at the top. What is left of its value is skipped.
	 * @param name its name
	 * @param token the token of its value
	 */
	protected abstract void field(String name, JsonToken token);

	/**
	 * The whole is known now.
	 * @param end the byte of the closing brace
	 */
	protected void finish(int end) {
	}

	/**
	 * Take the value at which the parser stands, with every string in it that a person
	 * reads.
	 * @param parent the key of the object that it is in
	 * @param name its own key
	 */
	protected final void value(String parent, String name) {
		if (LEFT_ALONE.contains(name)) {
			this.parser.skipChildren();
			return;
		}
		switch (this.parser.currentToken()) {
			case START_OBJECT -> object(parent, name);
			case START_ARRAY -> array(parent, name);
			case VALUE_STRING -> string(parent, name);
			case VALUE_NUMBER_INT -> this.cited.take(name, this.parser, start());
			default -> {
			}
		}
	}

	/**
	 * Citations refer to a text of the same answer.
	 * @param first the first of the numbers that were found in them
	 * @param text the position of the text
	 */
	protected final void referToText(int first, int text) {
		this.cited.refer(first, text, this.slots.get(text));
	}

	/**
	 * Citations refer to a text that comes in pieces.
	 * @param first the first of the numbers that were found in them
	 * @param place where the text is
	 */
	protected final void referToPieces(int first, Place place) {
		this.cited.refer(first, place);
	}

	/**
	 * How many numbers of citations were found until now.
	 * @return the number
	 */
	protected final int cited() {
		return this.cited.found().size();
	}

	/**
	 * Take an object.
	 * @param parent the key of the object that it is in
	 * @param name its own key
	 */
	protected void object(String parent, String name) {
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String inner = this.parser.currentName();
			this.parser.nextToken();
			value(name, inner);
		}
	}

	/**
	 * Take an array.
	 * @param parent the key of the object that it is in
	 * @param name its own key
	 */
	protected void array(String parent, String name) {
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			value(parent, name);
		}
	}

	/**
	 * Take a string.
	 * @param parent the key of the object that it is in
	 * @param name its own key
	 */
	protected abstract void string(String parent, String name);

	/**
	 * Take the value at which the parser stands as data: whatever its keys are called,
	 * every string in it is a text, and so is a key that is not written as the name of a
	 * field.
	 */
	protected final void data() {
		switch (this.parser.currentToken()) {
			case START_OBJECT -> {
				while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
					key(this.parser.currentName());
					this.parser.nextToken();
					data();
				}
			}
			case START_ARRAY -> {
				while (this.parser.nextToken() != JsonToken.END_ARRAY) {
					data();
				}
			}
			case VALUE_STRING -> slot(new Place("", ""), Kind.TEXT, false);
			default -> {
			}
		}
	}

	private void key(String name) {
		if (!MemberName.isField(name)) {
			int start = start();
			this.slots.add(new AnswerSlot(new Place("", ""), Kind.TEXT, false, start, MemberName.end(this.bytes, start),
					name));
		}
	}

	/**
	 * The choice of everything found from a place on is known.
	 */
	protected final void group(int firstSlot, int firstIndex, int group) {
		change(firstSlot, (slot) -> slot.at(slot.place().in(group)));
		this.cited.group(firstIndex, group);
	}

	protected final void slot(Place place, Kind kind, boolean piece) {
		String value = this.parser.getString();
		this.slots.add(new AnswerSlot(place, kind, piece, start(), end(), value));
	}

	/**
	 * Change what was found from a place on, once it is known where that belongs.
	 * @param first the first of the slots
	 * @param change what becomes of each
	 */
	protected final void change(int first, UnaryOperator<AnswerSlot> change) {
		for (int i = first; i < this.slots.size(); i++) {
			this.slots.set(i, change.apply(this.slots.get(i)));
		}
	}

	protected final void ended(int group) {
		this.ended.add(group);
	}

	protected final void signal(Signal found) {
		this.signal = (this.signal == Signal.FAILED) ? this.signal : found;
	}

	protected final void type(String found) {
		this.type = found.isEmpty() ? null : found;
	}

	protected final void hilumAt(int offset) {
		this.hilumAt = offset;
	}

	protected final JsonParser parser() {
		return this.parser;
	}

	/**
	 * How much was found until now.
	 * @return the number of slots
	 */
	protected final int found() {
		return this.slots.size();
	}

	protected final int start() {
		return Math.toIntExact(this.parser.currentTokenLocation().getByteOffset());
	}

	private int end() {
		return Math.toIntExact(this.parser.currentLocation().getByteOffset());
	}

}
