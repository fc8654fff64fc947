package io.hilum.phi.detect.pattern;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * Telephone numbers whose last seven places are words to be remembered by:
 * {@code 1-800-555-BABY}, {@code (866) MY-NURSE}.
 */
final class LetteredPhones {

	private static final Set<String> FREE = Set.of("800", "888", "877", "866", "855", "844", "833", "822", "900");

	private static final int PLACES = 7;

	/** People dial no further, but write whole words. */
	private static final int MOST = 12;

	private static final int LEAST_LETTERS = 3;

	private static final int LOCAL_LETTERS = 4;

	private static final int MOST_GROUPS = 5;

	private static final Set<String> MEASURES = Set.of("mg", "mcg", "ml", "iu", "units", "unit", "gm", "meq", "cc",
			"kcal", "cal", "mmol", "usd", "am", "pm", "hrs", "bid", "tid", "tab", "tabs", "cap", "caps");

	private LetteredPhones() {
	}

	/** The token after the number that starts at a token, or -1. */
	static int end(Document document, int i) {
		if (document.kind(i) != TokenKind.NUMBER && !document.symbol(i, '(')) {
			return -1;
		}
		boolean one = document.is(i, "1") && document.symbolOf(i + 1, "-.") && document.joined(i);
		int at = one ? i + 2 : i;
		boolean bracket = document.symbol(at, '(') && document.symbol(at + 2, ')');
		int area = bracket ? at + 1 : at;
		if (document.kind(area) != TokenKind.NUMBER || document.length(area) != 3) {
			return -1;
		}
		int next = bracket ? area + 2 : area + 1;
		boolean joint = document.symbolOf(next, "-.");
		int first = joint ? next + 1 : next;
		if (one || bracket || FREE.contains(document.folded(area))) {
			return words(document, first, joint || bracket);
		}
		boolean local = joint && document.joined(area) && document.upperCase(first)
				&& document.length(first) == LOCAL_LETTERS && PhoneDetector.isSaidToBePhone(document, i);
		return local ? first + 1 : -1;
	}

	/** Seven places or more in groups, with letters among them. */
	private static int words(Document document, int first, boolean announced) {
		int places = 0;
		int letters = 0;
		int at = first;
		for (int group = 0; group < MOST_GROUPS
				&& isGroup(document, at, at == first ? announced : isJoint(document, at)); group++) {
			places += document.length(at);
			letters += document.length(at) - document.digits(at);
			at++;
			boolean joint = document.joined(at - 1) && document.symbolOf(at, "-.") && document.joined(at)
					&& document.alphanumeric(at + 1);
			if (places >= PLACES && !joint) {
				break;
			}
			at = joint ? at + 1 : at;
		}
		boolean whole = announced ? places >= PLACES && places <= MOST : places == PLACES;
		return whole && letters >= LEAST_LETTERS && !document.symbolOf(at - 1, "-.") ? at : -1;
	}

	private static boolean isJoint(Document document, int at) {
		return document.joined(at - 1) && document.symbolOf(at - 1, "-.");
	}

	/** Behind a blank a word counts in capitals only, and a measure not at all. */
	private static boolean isGroup(Document document, int at, boolean joint) {
		if (!document.alphanumeric(at) || document.startsLine(at) || document.length(at) > MOST) {
			return false;
		}
		boolean capitals = document.upperCase(at) || document.kind(at) == TokenKind.NUMBER;
		return joint || (capitals && !MEASURES.contains(document.folded(at)));
	}

}
