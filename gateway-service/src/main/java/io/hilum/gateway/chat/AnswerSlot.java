package io.hilum.gateway.chat;

/**
 * A string of an answer that a model wrote.
 *
 * @param choice the index of its choice
 * @param field the field it is a piece of
 * @param tool the index of its tool call, -1 if it is in none
 * @param start the first byte
 * @param end the byte behind the last
 * @param value the string
 */
record AnswerSlot(int choice, String field, int tool, int start, int end, String value) {

	static final String CONTENT = "content";

	static final String ARGUMENTS = "arguments";

	static final String FUNCTION_NAME = "name";

	AnswerSlot in(int index) {
		return new AnswerSlot(index, this.field, this.tool, this.start, this.end, this.value);
	}

	AnswerSlot ofTool(int index) {
		return new AnswerSlot(this.choice, this.field, index, this.start, this.end, this.value);
	}

	@Override
	public String toString() {
		return "AnswerSlot[choice=" + this.choice + ", field=" + this.field + ", tool=" + this.tool + "]";
	}

}
