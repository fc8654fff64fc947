package io.hilum.agents.mandate;

import java.util.regex.Pattern;

import io.hilum.trust.text.PhiText;

/**
 * What the caller lets a run read of the record system: one patient, as the caller. A run
 * cannot change either, whatever its model asks.
 *
 * @param patient the logical id of the patient (FHIR R4, 2.24.0.6)
 * @param token the caller's own token for the record system
 */
public record RecordAccess(PhiText patient, PhiText token) {

	/** A dot or two are no name in an address but a way to elsewhere. */
	private static final Pattern ID = Pattern.compile("(?!\\.{1,2}\\z)[A-Za-z0-9.-]{1,64}");

	/** What RFC 6750 lets stand behind {@code Bearer}. */
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");

	public RecordAccess {
		if (!ID.matcher(patient.reveal()).matches() || !TOKEN.matcher(token.reveal()).matches()) {
			throw new IllegalArgumentException("patient must be a logical id of FHIR, token a bearer token");
		}
	}

}
