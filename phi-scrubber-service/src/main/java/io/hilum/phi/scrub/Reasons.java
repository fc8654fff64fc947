package io.hilum.phi.scrub;

import java.util.Map;

import io.hilum.phi.detect.Span;

/**
 * Why something counts as an identifier, in a sentence for a person and without a word of
 * the text.
 */
public final class Reasons {

	private static final Map<String, String> BY_DETECTOR = Map.ofEntries(
			Map.entry("cue", "A phrase before it announces an identifier"),
			Map.entry("checksum", "Its check digit or its form is right for such a number"),
			Map.entry("field", "The key of its field in JSON or FHIR says so"),
			Map.entry("hl7", "Its field of an HL7 segment says so"),
			Map.entry("name", "Lists of names and the words around it say so"),
			Map.entry("place", "Lists of places and the words around it say so"),
			Map.entry("tagger", "The statistical model takes it for one by its form and the words around it"),
			Map.entry("classifier", "The token classifier that you added takes it for one"),
			Map.entry("propagation", "It was found elsewhere in the request"),
			Map.entry("list", "It is one of your own words"),
			Map.entry("identity", "It came with the request as an identity that is known"),
			Map.entry("date", "It is written like a date"), Map.entry("age", "It is an age of 90 or more"),
			Map.entry("phone", "It is written like a telephone number"),
			Map.entry("ssn", "It is written like a social security number, or announced as one"),
			Map.entry("email", "It is written like a mail address"),
			Map.entry("spoken-email", "It is a mail address in words"),
			Map.entry("url", "It is written like a web address"),
			Map.entry("network", "It is written like the address of a device in a network"),
			Map.entry("identifier", "It is written like a number that is given once"),
			Map.entry("file", "It is the name of a picture or recording"),
			Map.entry("address", "It is written like a part of a postal address"));

	private Reasons() {
	}

	/**
	 * Why a finding is one.
	 * @param span the finding
	 * @return the reason
	 */
	public static String of(Span span) {
		String detector = BY_DETECTOR.getOrDefault(span.detector(),
				"The detector " + span.detector() + " knows its form");
		return switch (span.why()) {
			case "" -> detector;
			case View.HIDDEN -> detector + ", once its hidden form is read";
			default -> span.why();
		};
	}

}
