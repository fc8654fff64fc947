package io.hilum.gateway.policy;

import java.util.Locale;

/**
 * What is done to identifiers in a role's texts, from the loosest to the strictest.
 */
public enum PhiMode {

	/**
	 * Texts stay as they are; routing-service sends them to providers under an agreement
	 * only.
	 */
	ALLOW,

	/**
	 * Dates move by one secret interval per conversation, the rest is pseudonymised.
	 */
	SHIFT_DATES,

	/**
	 * Each identifier gets a stable name and is put back into the answer.
	 */
	PSEUDONYMISE,

	/**
	 * Each identifier is replaced by its type and never comes back.
	 */
	REDACT,

	/**
	 * A request with identifiers is refused.
	 */
	BLOCK;

	/**
	 * The name of this mode in the catalogue and on the wire.
	 * @return the name, such as {@code shift-dates}
	 */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Find a mode by its name.
	 * @param name the name, such as {@code shift-dates}
	 * @return the mode
	 */
	public static PhiMode parse(String name) {
		for (PhiMode mode : values()) {
			if (mode.wireName().equals(name)) {
				return mode;
			}
		}
		throw new IllegalArgumentException(
				"phi must be pseudonymise, redact, shift-dates, block or allow, is '" + name + "'");
	}

	/**
	 * The stricter of two modes.
	 * @param other the other one
	 * @return the one of the two that lets less out
	 */
	public PhiMode stricter(PhiMode other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
