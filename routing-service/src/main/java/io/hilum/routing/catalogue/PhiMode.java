package io.hilum.routing.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a role's policy makes of identifiers.
 */
public enum PhiMode {

	PSEUDONYMISE, REDACT, SHIFT_DATES, BLOCK,

	/**
	 * Raw text may go to a provider under a valid agreement.
	 */
	ALLOW;

	/**
	 * The mode of a name in the catalogue.
	 * @param id the name
	 * @return the mode, if there is one
	 */
	public static Optional<PhiMode> of(String id) {
		return Arrays.stream(values())
			.filter((mode) -> mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(id))
			.findFirst();
	}

}
