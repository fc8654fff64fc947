package io.hilum.gateway.chat.request;

import io.hilum.trust.text.PhiText;

/**
 * A string or a number in the arguments of a tool call. It is searched together with its
 * key, since a number is an identifier only next to a word such as <em>mrn</em>.
 *
 * @param start the first byte of the value in the arguments
 * @param end the byte behind it
 * @param label the key in words and a colon, or nothing
 * @param value the value
 */
public record ArgumentValue(int start, int end, String label, PhiText value) {

	private static final String SEPARATOR = ": ";

	private static final int MAX_LABEL = 40;

	static ArgumentValue of(int start, int end, String key, String value) {
		return new ArgumentValue(start, end, label(key), PhiText.of(value));
	}

	private static String label(String key) {
		boolean plain = !key.isEmpty() && key.length() <= MAX_LABEL
				&& key.chars().allMatch((c) -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ' ');
		return plain ? key.replace('_', ' ') + SEPARATOR : "";
	}

	public PhiText labelled() {
		return PhiText.of(this.label + this.value.reveal());
	}

	/**
	 * Take the label off again.
	 * @param scrubbed what became of {@link #labelled()}
	 * @return what became of the value
	 */
	public String unlabelled(String scrubbed) {
		if (this.label.isEmpty()) {
			return scrubbed;
		}
		int separator = scrubbed.indexOf(SEPARATOR);
		return (separator < 0) ? scrubbed : scrubbed.substring(separator + SEPARATOR.length());
	}

}
