package io.hilum.agents.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
	 * The decision that a note or a record says.
	 * @param word the word for it
	 * @return the decision, or empty if there is none of this word
	 */
	static Optional<Decision> of(String word) {
		return Arrays.stream(values()).filter((decision) -> decision.word().equals(word)).findFirst();
	}

	/**
	 * As it is written.
	 * @return the name in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
