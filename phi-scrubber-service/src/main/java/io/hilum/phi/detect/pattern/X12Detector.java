package io.hilum.phi.detect.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds identifiers by their place in segments of X12 (ASC X12N 005010: 270, 271, 276,
 * 277, 278, 834, 835, 837), written with stars between elements.
 */
final class X12Detector implements Detector {

	private static final int MOST_ELEMENTS = 24;

	private static final int SHORTEST_NAME = 2;

	private static final int LONGEST_NAME = 3;

	/** What an element holds, by segment and number of the element. */
	private static final Map<String, EntityType> ELEMENTS = Map.ofEntries(Map.entry("N3-1", EntityType.LOCATION),
			Map.entry("N3-2", EntityType.LOCATION), Map.entry("N4-1", EntityType.LOCATION),
			Map.entry("N4-3", EntityType.LOCATION), Map.entry("DMG-2", EntityType.DATE),
			Map.entry("DTP-3", EntityType.DATE), Map.entry("DTM-2", EntityType.DATE),
			Map.entry("DTM-6", EntityType.DATE), Map.entry("CLM-1", EntityType.OTHER_ID),
			Map.entry("CLP-1", EntityType.OTHER_ID), Map.entry("CLP-7", EntityType.OTHER_ID),
			Map.entry("TRN-2", EntityType.OTHER_ID), Map.entry("TRN-3", EntityType.OTHER_ID),
			Map.entry("ISA-6", EntityType.OTHER_ID), Map.entry("ISA-8", EntityType.OTHER_ID),
			Map.entry("ISA-9", EntityType.DATE), Map.entry("GS-2", EntityType.OTHER_ID),
			Map.entry("GS-3", EntityType.OTHER_ID), Map.entry("GS-4", EntityType.DATE),
			Map.entry("BHT-3", EntityType.OTHER_ID), Map.entry("BHT-4", EntityType.DATE),
			Map.entry("SBR-3", EntityType.HEALTH_PLAN), Map.entry("BPR-7", EntityType.ACCOUNT),
			Map.entry("BPR-9", EntityType.ACCOUNT), Map.entry("BPR-10", EntityType.OTHER_ID),
			Map.entry("BPR-13", EntityType.ACCOUNT), Map.entry("BPR-15", EntityType.ACCOUNT),
			Map.entry("BPR-16", EntityType.DATE), Map.entry("PAT-6", EntityType.DATE));

	/** Who sends and receives: a number is somebody's, a name is a clearing house's. */
	private static final Set<String> PARTNERS = Set.of("ISA-6", "ISA-8", "GS-2", "GS-3");

	private static final int LEAST_DIGITS = 5;

	/** What an identifier is, by its qualifier in NM1, N1 and REF. */
	private static final Map<String, EntityType> QUALIFIERS = Map.ofEntries(Map.entry("MI", EntityType.HEALTH_PLAN),
			Map.entry("HN", EntityType.HEALTH_PLAN), Map.entry("II", EntityType.HEALTH_PLAN),
			Map.entry("MR", EntityType.HEALTH_PLAN), Map.entry("1L", EntityType.HEALTH_PLAN),
			Map.entry("6P", EntityType.HEALTH_PLAN), Map.entry("0F", EntityType.HEALTH_PLAN),
			Map.entry("1W", EntityType.HEALTH_PLAN), Map.entry("IG", EntityType.HEALTH_PLAN),
			Map.entry("XX", EntityType.LICENSE), Map.entry("0B", EntityType.LICENSE),
			Map.entry("1G", EntityType.LICENSE), Map.entry("HPI", EntityType.LICENSE), Map.entry("34", EntityType.SSN),
			Map.entry("SY", EntityType.SSN), Map.entry("EA", EntityType.MRN), Map.entry("EJ", EntityType.ACCOUNT),
			Map.entry("TE", EntityType.PHONE), Map.entry("HP", EntityType.PHONE), Map.entry("WP", EntityType.PHONE),
			Map.entry("CP", EntityType.PHONE), Map.entry("EX", EntityType.PHONE), Map.entry("FX", EntityType.FAX),
			Map.entry("EM", EntityType.EMAIL), Map.entry("UR", EntityType.URL));

	/** Parties that are no place of the patient: payers, clearing houses. */
	private static final Set<String> PAYERS = Set.of("PR", "40", "41", "PRP", "TTP", "ACV", "IN");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "x12");
		String text = document.text();
		int start = 0;
		for (int at = 0; at <= text.length(); at++) {
			if (at == text.length() || text.charAt(at) == '~' || text.charAt(at) == '\n') {
				segment(text, start(text, start, at), at, findings);
				start = at + 1;
			}
		}
		return findings.spans();
	}

	/** Where a segment starts that is quoted in a sentence: after the blank before it. */
	private static int start(String text, int from, int end) {
		int star = text.indexOf('*', from, end);
		for (int at = star - 1; at >= Math.max(from, star - LONGEST_NAME - 1); at--) {
			if (text.charAt(at) == ' ') {
				return (at < star - SHORTEST_NAME) ? at + 1 : from;
			}
		}
		return from;
	}

	private static void segment(String text, int start, int end, Findings findings) {
		int name = start;
		while (name < end && name < start + 4 && text.charAt(name) != '*') {
			char unit = text.charAt(name);
			if (!(unit >= 'A' && unit <= 'Z') && !(unit >= '0' && unit <= '9' && name > start)) {
				return;
			}
			name++;
		}
		if (name < start + 2 || name >= end || text.charAt(name) != '*') {
			return;
		}
		List<int[]> elements = elements(text, start, end);
		switch (text.substring(start, name)) {
			case "NM1" -> party(text, elements, findings);
			case "REF" -> qualified(text, elements, 1, findings);
			case "PER" -> {
				mark(text, elements, 2, EntityType.NAME, findings);
				qualified(text, elements, 3, findings);
				qualified(text, elements, 5, findings);
				qualified(text, elements, 7, findings);
			}
			default -> {
				for (int i = 1; i < elements.size(); i++) {
					String element = text.substring(start, name) + "-" + i;
					if (!PARTNERS.contains(element) || isNumber(value(text, elements, i))) {
						mark(text, elements, i, ELEMENTS.get(element), findings);
					}
				}
			}
		}
	}

	private static boolean isNumber(String value) {
		return value.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
	}

	/** A person's name in elements of its own, or that of an organisation; its number. */
	private static void party(String text, List<int[]> elements, Findings findings) {
		boolean person = value(text, elements, 2).equals("1");
		if (person) {
			for (int i = 3; i <= 5; i++) {
				mark(text, elements, i, EntityType.NAME, findings);
			}
		}
		else if (!PAYERS.contains(value(text, elements, 1))) {
			mark(text, elements, 3, EntityType.LOCATION, findings);
		}
		if (!value(text, elements, 8).equals("PI")) {
			qualified(text, elements, 8, findings);
		}
	}

	private static void qualified(String text, List<int[]> elements, int qualifier, Findings findings) {
		EntityType type = QUALIFIERS.getOrDefault(value(text, elements, qualifier), EntityType.OTHER_ID);
		mark(text, elements, qualifier + 1, type, findings);
	}

	private static String value(String text, List<int[]> elements, int number) {
		return (number < elements.size()) ? text.substring(elements.get(number)[0], elements.get(number)[1]).strip()
				: "";
	}

	private static void mark(String text, List<int[]> elements, int number, @Nullable EntityType type,
			Findings findings) {
		if (type == null || number >= elements.size()) {
			return;
		}
		int start = elements.get(number)[0];
		int end = elements.get(number)[1];
		while (end > start && text.charAt(end - 1) <= ' ') {
			end--;
		}
		findings.addWritten(start, end, type, 0.995);
	}

	/** The bounds of the elements, the name of the segment first. */
	private static List<int[]> elements(String text, int start, int end) {
		List<int[]> elements = new ArrayList<>();
		int from = start;
		for (int at = start; at <= end && elements.size() < MOST_ELEMENTS; at++) {
			if (at == end || text.charAt(at) == '*') {
				elements.add(new int[] { from, at });
				from = at + 1;
			}
		}
		return elements;
	}

}
