package io.hilum.portal.holder;

import java.util.Locale;

/**
 * Who can have keys.
 */
public enum HolderKind {

	/**
	 * A person or workload, named by its subject.
	 */
	PERSON,

	/**
	 * A team, named as in the context.
	 */
	TEAM;

	/**
	 * The kind as it is stored.
	 * @return in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

}
