package io.hilum.portal.template;

import java.util.Locale;

/**
 * Whose a template is.
 */
public enum Scope {

	/** One person's. */
	OWN,

	/** A team's. */
	TEAM,

	/** Everybody's in the house. */
	HOSPITAL;

	/**
	 * The scope as it is sent.
	 * @return in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

}
