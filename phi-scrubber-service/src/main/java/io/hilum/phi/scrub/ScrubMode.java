package io.hilum.phi.scrub;

import java.util.Locale;
import java.util.Optional;

/**
 * What is done with the identifiers of a request.
 */
public enum ScrubMode {

	/**
	 * Each becomes a pseudonym that can be restored.
	 */
	PSEUDONYMISE,

	/**
	 * Each becomes its type, for good.
	 */
	REDACT,

	/**
	 * Dates move by a number of weeks, so that intervals and weekdays stay; the rest is
	 * pseudonymised.
	 */
	SHIFT_DATES,

	/**
	 * A request with an identifier is refused.
	 */
	BLOCK,

	/**
	 * It stays as it is, which makes the text raw.
	 */
	ALLOW;

	/**
	 * The mode by its name in a request.
	 * @param name the name, such as {@code shift-dates}
	 * @return the mode, or nothing if there is none of that name
	 */
	public static Optional<ScrubMode> named(String name) {
		for (ScrubMode mode : values()) {
			if (mode.wireName().equals(name)) {
				return Optional.of(mode);
			}
		}
		return Optional.empty();
	}

	/**
	 * The name in a request.
	 * @return the name in lower case with hyphens
	 */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
