package io.hilum.gateway.phi;

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
	JSON

}
