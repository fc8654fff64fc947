package io.hilum.gateway.chat.request;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * What the person wrote in a request: the first text names the conversation, the last one
 * is what collections are searched with. Mutable while a request is read.
 */
public final class Questions {

	private static final PhiText NO_TEXT = PhiText.of("");

	private @Nullable PhiText first;

	private PhiText last = NO_TEXT;

	private @Nullable Place place;

	/**
	 * Take a text of the person.
	 * @param text the text
	 * @param at where it stands, {@code null} if nothing can be put before it
	 */
	public void ask(String text, @Nullable Place at) {
		this.last = PhiText.of(text);
		this.first = (this.first != null) ? this.first : this.last;
		this.place = at;
	}

	public PhiText first() {
		return (this.first != null) ? this.first : NO_TEXT;
	}

	public PhiText last() {
		return this.last;
	}

	public @Nullable Place place() {
		return this.place;
	}

	/**
	 * Where the last text of the person stands.
	 *
	 * @param start the first byte of its turn
	 * @param end the byte behind the text if it is the whole input and no turn yet, else
	 * -1
	 */
	public record Place(int start, int end) {

		static Place turn(int start) {
			return new Place(start, -1);
		}

		public boolean isTurn() {
			return this.end < 0;
		}

	}

}
