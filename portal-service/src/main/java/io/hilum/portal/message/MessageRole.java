package io.hilum.portal.message;

import java.util.Locale;

/**
 * Who speaks.
 */
public enum MessageRole {

	/** Instructions for the model. */
	SYSTEM,

	/** The person. */
	USER,

	/** The model. */
	ASSISTANT,

	/** A tool that the model called. */
	TOOL;

	/**
	 * The role as it is stored and sent.
	 * @return in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

}
