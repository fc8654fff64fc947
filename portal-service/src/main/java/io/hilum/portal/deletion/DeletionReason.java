package io.hilum.portal.deletion;

import java.util.Locale;

/**
 * Why a conversation went.
 */
public enum DeletionReason {

	/** Its person wanted it. */
	PERSON,

	/** Its time was over. */
	RETENTION;

	/**
	 * The reason as it is stored and sent.
	 * @return in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

}
