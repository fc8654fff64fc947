package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds extensions within a house, {@code x3391}, {@code ext 4-2290}, mobile numbers as
 * Africa and Asia write them, {@code 0803 555 0166}, and the beds of those who lie in
 * them: {@code pt in 7}.
 */
final class ExtensionDetector implements Detector {

	private static final Set<String> CALLS = Set.of("ext", "extension", "extn", "pager", "beeper", "phone", "desk",
			"vocera", "ascom", "spectralink");

	/** What a number of four digits behind it is dialled within the house. */
	private static final Set<String> WITHIN = Set.of("ext", "extension", "extn", "vocera", "ascom", "spectralink",
			"dial", "voip", "spok");

	/** Words for a telephone of the house, before a number a few words on. */
	private static final Set<String> HOUSE = Set.of("ext", "extension", "extn", "extention", "vocera", "ascom",
			"spectralink", "voip", "spok", "pager", "pgr", "beeper", "beep", "bleep", "dect", "wireless", "page");

	private static final Set<String> FILLERS = Set.of("is", "at", "me", "on", "him", "her", "them", "us", "to",
			"number", "no", "num", "the", "directly", "my", "our");

	private static final int MOST_FILLERS = 4;

	private static final int LEAST_PAGED = 5;

	private static final Set<String> LYING = Set.of("pt", "pts", "patient", "prisoner", "inmate", "resident", "lady",
			"guy", "gentleman", "baby", "kid", "roommate");

	private static final Set<String> COUNTED = Set.of("days", "day", "weeks", "week", "months", "hours", "hrs", "min",
			"minutes", "years", "yrs", "patients", "of", "people", "percent", "am", "pm", "cases", "out");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "phone");
		for (int i = 0; i < document.size(); i++) {
			if (document.digits(i) > 0) {
				int end = extension(document, i);
				end = (end > 0) ? end : within(document, i);
				end = (end > 0) ? end : mobile(document, i);
				if (end > 0) {
					findings.add(i, end, EntityType.PHONE, 0.8);
					i = end - 1;
				}
				else if (isBed(document, i)) {
					findings.add(i, i + 1, EntityType.LOCATION, 0.6);
				}
			}
		}
		return findings.spans();
	}

	/** {@code x3391}, and {@code 4-2290} behind a word for a telephone. */
	private static int extension(Document document, int i) {
		String word = document.folded(i);
		if (document.kind(i) == TokenKind.MIXED && word.charAt(0) == 'x' && document.digits(i) == word.length() - 1) {
			boolean free = !document.joined(i - 1) || document.symbolOf(i - 1, "(");
			return free && word.length() >= 5 && word.length() <= 6 ? i + 1 : -1;
		}
		int label = document.symbolOf(i - 1, ".:#*") ? i - 2 : i - 1;
		if (document.kind(i) == TokenKind.NUMBER && document.length(i) >= 4 && document.length(i) <= 6
				&& WITHIN.contains(document.folded(label)) && !document.startsLine(i)
				&& !(document.joined(i) && document.symbolOf(i + 1, "-/.") && document.digits(i + 2) > 0)) {
			return i + 1;
		}
		boolean grouped = document.length(i) <= 2 && document.joined(i) && document.symbol(i + 1, '-')
				&& document.joined(i + 1) && document.kind(i + 2) == TokenKind.NUMBER && document.length(i + 2) == 4;
		boolean longer = document.joined(i + 2) && document.symbolOf(i + 3, "-/.") && document.digits(i + 4) > 0;
		return grouped && !longer && CALLS.contains(document.folded(label)) ? i + 3 : -1;
	}

	/** {@code my ext is 71180}, {@code page me at 19934}, {@code ascom 5-8821}. */
	private static int within(Document document, int i) {
		boolean four = document.kind(i) == TokenKind.NUMBER && document.length(i) >= 4 && document.length(i) <= 6
				&& !document.joined(i - 1);
		boolean grouped = document.kind(i) == TokenKind.NUMBER && document.length(i) <= 2 && isJoined(document, i)
				&& document.length(i + 2) == 4 && document.kind(i + 2) == TokenKind.NUMBER;
		int end = grouped ? i + 3 : i + 1;
		if ((!four && !grouped) || document.startsLine(i) || isJoined(document, end - 1)
				|| COUNTED.contains(document.folded(end))) {
			return -1;
		}
		int at = i - 1;
		while (at >= i - MOST_FILLERS && !document.startsLine(at + 1)
				&& (FILLERS.contains(document.folded(at)) || document.symbolOf(at, ":#."))) {
			at--;
		}
		boolean paged = document.is(at, "page") || document.is(at, "pager");
		boolean enough = !paged || at < i - 1 || document.length(i) >= LEAST_PAGED;
		return HOUSE.contains(document.folded(at)) && enough ? end : -1;
	}

	private static boolean isJoined(Document document, int i) {
		return document.joined(i) && document.symbolOf(i + 1, "-/.:") && document.joined(i + 1)
				&& document.digits(i + 2) > 0;
	}

	/** {@code 0803 555 0166}. */
	private static int mobile(Document document, int i) {
		boolean first = document.kind(i) == TokenKind.NUMBER && document.length(i) == 4
				&& document.folded(i).charAt(0) == '0' && !document.joined(i - 1);
		boolean groups = isGroup(document, i + 1, 3) && isGroup(document, i + 2, document.length(i + 2));
		int digits = document.length(i + 2);
		return first && groups && (digits == 3 || digits == 4) && document.digits(i + 3) == 0 ? i + 3 : -1;
	}

	private static boolean isGroup(Document document, int i, int length) {
		return document.kind(i) == TokenKind.NUMBER && document.length(i) == length && !document.joined(i - 1)
				&& !document.startsLine(i) && document.start(i) == document.end(i - 1) + 1;
	}

	/** {@code pt in 7 is crying}, but no {@code patients in 7 days}. */
	private static boolean isBed(Document document, int i) {
		boolean number = document.kind(i) == TokenKind.NUMBER && document.length(i) <= 3 && !document.joined(i);
		return number && document.is(i - 1, "in") && LYING.contains(document.folded(i - 2))
				&& !COUNTED.contains(document.folded(i + 1));
	}

}
