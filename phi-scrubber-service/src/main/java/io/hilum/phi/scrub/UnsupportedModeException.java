package io.hilum.phi.scrub;

/**
 * A mode that this service does not offer.
 */
public class UnsupportedModeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnsupportedModeException(ScrubMode mode) {
		super("The mode " + mode.wireName() + " is not supported; use pseudonymise, redact or block");
	}

}
