package io.hilum.gateway.phi;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * In which form a text is that pseudonyms are put back into.
 */
public enum Form {

	/**
	 * As a person reads it.
	 */
	TEXT,

	/**
	 * As JSON within a string, such as the arguments of a tool call: what is put in is
	 * escaped, and an escaped pseudonym is known too.
	 */
	JSON;

	private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

	/**
	 * Write a text in this form.
	 * @param text the text
	 * @return how it stands there
	 */
	String written(String text) {
		return (this == JSON) ? String.valueOf(ENCODER.quoteAsCharArray(text)) : text;
	}

}
