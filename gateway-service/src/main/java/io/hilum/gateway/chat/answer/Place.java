package io.hilum.gateway.chat.answer;

/**
 * Where a text of an answer is, and by what the pieces of one text are known as such.
 *
 * @param group the index of the choice, output item or content block, which ends as one
 * @param parent the key of the object that the text is in
 * @param field the key of the text
 * @param part the index of a part or tool call in the group, -1 if it is in none
 * @param item the id of the output item; empty where there are none
 */
public record Place(int group, String parent, String field, int part, String item) {

	public Place(String parent, String field) {
		this(0, parent, field, -1, "");
	}

	public Place in(int index) {
		return (index == this.group) ? this : new Place(index, this.parent, this.field, this.part, this.item);
	}

	public Place ofPart(int index) {
		return new Place(this.group, this.parent, this.field, index, this.item);
	}

}
