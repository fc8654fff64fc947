package io.hilum.gateway.chat.request;

import java.nio.charset.StandardCharsets;

import io.hilum.gateway.chat.wire.Splice;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks a provider to keep, or to take from what it has kept. Where policy
 * does not allow that, asking for it is refused, and a request that says nothing is made
 * to say so, since OpenAI keeps answers unless told otherwise. Mutable while a request is
 * read.
 */
public final class StoredState {

	public static final StoredState NONE = new StoredState();

	private static final byte[] NOT_STORED = "false".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] FIELD_NOT_STORED = "\"store\":false,".getBytes(StandardCharsets.US_ASCII);

	private @Nullable String asked;

	private @Nullable Splice unstored;

	private boolean said;

	private boolean kept;

	private @Nullable String unbound;

	private @Nullable Previous previous;

	/**
	 * Note a field that needs state at the provider.
	 * @param field the field
	 */
	public void ask(String field) {
		if (this.asked == null) {
			this.asked = field;
		}
	}

	/**
	 * Take the field that says whether an answer is kept.
	 * @param value whether it is; {@code null} for the provider's own choice
	 * @param start the first byte of the value
	 * @param end the byte behind it
	 */
	public void store(@Nullable Boolean value, int start, int end) {
		this.said = true;
		if (value == null) {
			this.unstored = new Splice(start, end, NOT_STORED);
		}
		else if (value) {
			ask("store");
		}
		this.kept = value == null || value;
	}

	public StoredState at(int bodyStart) {
		if (!this.said) {
			this.kept = true;
			this.unstored = new Splice(bodyStart, bodyStart, FIELD_NOT_STORED);
		}
		return this;
	}

	/**
	 * Take the response that the request goes on from.
	 * @param id how the client calls it
	 * @param start the first byte of the value
	 * @param end the byte behind it
	 */
	public void previous(String id, int start, int end) {
		this.previous = new Previous(id, start, end);
	}

	/**
	 * Note a reference to what a provider keeps that does not say whose it is.
	 * @param field the field
	 */
	public void askUnbound(String field) {
		ask(field);
		this.unbound = field;
	}

	/**
	 * The field with a reference that does not say whose it is.
	 * @return its name, {@code null} if there is none
	 */
	public @Nullable String unbound() {
		return this.unbound;
	}

	/**
	 * The response that the request goes on from.
	 * @return its id and place, {@code null} if there is none
	 */
	public @Nullable Previous previous() {
		return this.previous;
	}

	/**
	 * Whether the provider keeps the answer, if nothing changes that.
	 * @return {@code true} if it does
	 */
	public boolean isKept() {
		return this.kept;
	}

	/**
	 * The field that asks for state.
	 * @return its name, {@code null} if there is none
	 */
	public @Nullable String asked() {
		return this.asked;
	}

	/**
	 * What makes the provider keep nothing.
	 * @return the change of the body, {@code null} if there is nothing to change
	 */
	public @Nullable Splice unstored() {
		return this.unstored;
	}

	/**
	 * A response that a request goes on from.
	 *
	 * @param id how the client calls it
	 * @param start the first byte of the id's string
	 * @param end the byte behind it
	 */
	public record Previous(String id, int start, int end) {

		/**
		 * Call it otherwise.
		 * @param other how the provider calls it
		 * @return the change
		 */
		public Splice renamed(String other) {
			return Splice.string(this.start, this.end, other);
		}

	}

}
