package io.hilum.trust.text;

import java.util.Objects;

/**
 * Text that may name a patient. It prints its length only, so that a log statement, an
 * exception message or a debugger's view cannot give it away; {@link #reveal()} is the
 * one way to the text and its callers are allow-listed by an architecture rule.
 */
public final class PhiText {

	private final String text;

	private PhiText(String text) {
		this.text = text;
	}

	/**
	 * Wrap a text.
	 * @param text what a person or a model wrote
	 * @return the text as a sensitive value
	 */
	public static PhiText of(String text) {
		return new PhiText(Objects.requireNonNull(text, "text"));
	}

	/**
	 * Give the text away. Only code whose work is the text itself may call this.
	 * @return the text
	 */
	public String reveal() {
		return this.text;
	}

	/**
	 * The length of the text.
	 * @return the length in UTF-16 units
	 */
	public int length() {
		return this.text.length();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PhiText that && this.text.equals(that.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return "[REDACTED LENGTH=" + this.text.length() + "]";
	}

}
