package io.hilum.gateway.chat.answer;

/**
 * A string of an answer that a model wrote.
 *
 * @param place where it is
 * @param kind what it is
 * @param piece whether more of the same text may follow in other events
 * @param start the first byte
 * @param end the byte behind the last
 * @param value the string
 */
public record AnswerSlot(Place place, Kind kind, boolean piece, int start, int end, String value) {

	public AnswerSlot at(Place other) {
		return (other == this.place) ? this
				: new AnswerSlot(other, this.kind, this.piece, this.start, this.end, this.value);
	}

	public AnswerSlot as(Kind other) {
		return new AnswerSlot(this.place, other, this.piece, this.start, this.end, this.value);
	}

	@Override
	public String toString() {
		return "AnswerSlot[place=" + this.place + ", kind=" + this.kind + "]";
	}

	/**
	 * What a string of an answer is.
	 */
	public enum Kind {

		/**
		 * A text as a person reads it.
		 */
		TEXT,

		/**
		 * What the model says, in the form that the request asks for.
		 */
		CONTENT,

		/**
		 * JSON within a string.
		 */
		JSON,

		/**
		 * The name of a function.
		 */
		NAME,

		/**
		 * The id of a response that a provider may keep.
		 */
		RESPONSE_ID

	}

}
