package io.hilum.gateway.chat.answer;

/**
 * A number of an answer that says where in a text a citation begins or ends.
 *
 * @param text the position of the text among the slots of the same scan, -1 if it is the
 * one that comes in pieces at the place
 * @param place where the text is that comes in pieces
 * @param ends whether the citation ends there
 * @param start the first byte
 * @param end the byte behind the last
 * @param value the number, in code points
 */
public record AnswerIndex(int text, Place place, boolean ends, int start, int end, int value) {

	/**
	 * Nobody knows yet which text is meant.
	 */
	static final int UNKNOWN = -2;

	/**
	 * The text comes in pieces.
	 */
	static final int IN_PIECES = -1;

	AnswerIndex of(int slot) {
		return new AnswerIndex(slot, this.place, this.ends, this.start, this.end, this.value);
	}

	AnswerIndex at(Place other) {
		return new AnswerIndex(IN_PIECES, other, this.ends, this.start, this.end, this.value);
	}

}
