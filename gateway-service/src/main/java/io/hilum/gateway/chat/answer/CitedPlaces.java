package io.hilum.gateway.chat.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import tools.jackson.core.JsonParser;

/**
 * The numbers of one answer or event that say where in a text a citation begins or ends.
 * To which text is known only once the object is read that both are in. Mutable; for one
 * walk.
 */
final class CitedPlaces {

	private static final String BEGINS = "start_index";

	private static final String ENDS = "end_index";

	private static final Place NOWHERE = new Place("", "");

	private final List<AnswerIndex> found = new ArrayList<>(0);

	List<AnswerIndex> found() {
		return this.found;
	}

	/**
	 * Take the number at which the parser stands, if it is one.
	 * @param name its key
	 * @param parser the parser
	 * @param start its first byte
	 */
	void take(String name, JsonParser parser, int start) {
		boolean ends = name.equals(ENDS);
		if ((ends || name.equals(BEGINS)) && parser.getNumberType() == JsonParser.NumberType.INT) {
			this.found.add(new AnswerIndex(AnswerIndex.UNKNOWN, NOWHERE, ends, start,
					start + parser.getString().length(), parser.getIntValue()));
		}
	}

	/**
	 * Those that refer to nothing yet refer to a text of the same answer.
	 * @param first the first of them
	 * @param position the position of the text among the slots
	 * @param text the text
	 */
	void refer(int first, int position, AnswerSlot text) {
		change(first, AnswerIndex.UNKNOWN, (index) -> text.piece() ? index.at(text.place()) : index.of(position));
	}

	/**
	 * Those that refer to nothing yet refer to a text that comes in pieces.
	 * @param first the first of them
	 * @param place where the text is
	 */
	void refer(int first, Place place) {
		change(first, AnswerIndex.UNKNOWN, (index) -> index.at(place));
	}

	/**
	 * The choice is known to which pieces belong.
	 * @param first the first that is concerned
	 * @param group the index of the choice
	 */
	void group(int first, int group) {
		change(first, AnswerIndex.IN_PIECES, (index) -> index.at(index.place().in(group)));
	}

	private void change(int first, int text, UnaryOperator<AnswerIndex> change) {
		for (int i = first; i < this.found.size(); i++) {
			if (this.found.get(i).text() == text) {
				this.found.set(i, change.apply(this.found.get(i)));
			}
		}
	}

}
