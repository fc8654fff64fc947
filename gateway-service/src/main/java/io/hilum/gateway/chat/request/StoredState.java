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
	}

	public StoredState at(int bodyStart) {
		if (!this.said) {
			this.unstored = new Splice(bodyStart, bodyStart, FIELD_NOT_STORED);
		}
		return this;
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

}
