package io.hilum.agents.evidence;

import io.hilum.trust.text.PhiText;

/**
 * A text that a statement may rest on.
 *
 * @param id how a citation names it
 * @param title what it is, for people
 * @param text the text
 */
public record Source(String id, PhiText title, PhiText text) {

	/**
	 * The id of what the caller wrote.
	 */
	public static final String NOTE = "note";

}
