package io.hilum.agents.run;

import java.util.Locale;

/**
 * What became of a call that waited for a person.
 */
public enum Decision {

	/** Somebody who may let it be made. */
	APPROVED("The user approved it"),

	/** Somebody who may refused it. */
	REFUSED("The user refused this. Do not ask for it again"),

	/** Nobody decided in time, which is a refusal. */
	EXPIRED("Nobody approved this in time. Do not ask for it again");

	private final String told;

	Decision(String told) {
		this.told = told;
	}

	String told() {
		return this.told;
	}

	/**
	 * As it is written.
	 * @return the name in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
