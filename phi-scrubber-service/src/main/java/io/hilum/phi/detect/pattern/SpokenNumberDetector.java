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
 * Finds numbers that are said digit by digit: {@code five five five, oh one two three},
 * {@code 2 2 0 9 7 4 1}; and houses: {@code eighteen forty two foxglove lane}.
 */
final class SpokenNumberDetector implements Detector {

	private static final int LEAST_DIGITS = 6;

	private static final int LEAST_SINGLE = 7;

	private static final int DIGITS_OF_SSN = 9;

	private static final int MOST_STREET_WORDS = 3;

	private static final Set<String> STREETS = Set.of("street", "avenue", "road", "lane", "drive", "court", "boulevard",
			"place", "circle", "terrace", "parkway", "highway", "trail");

	private static final Set<String> NO_STREETS = Set.of("the", "a", "and", "of", "in", "on", "to", "from", "at", "for",
			"is", "was", "with", "down", "off", "years", "days", "weeks", "times", "year", "milligrams");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "spoken-number");
		for (int i = 0; i < document.size(); i++) {
			if (SpokenNumbers.isNumber(document, i)) {
				i = Math.max(i, said(document, i, findings) - 1);
			}
			else if (isSingle(document, i) && !isSingle(document, i - 1)) {
				i = Math.max(i, singles(document, i, findings) - 1);
			}
		}
		return findings.spans();
	}

	/** Reads what is said from a number on; gives the token to go on from. */
	private static int said(Document document, int first, Findings findings) {
		SpokenNumbers digits = SpokenNumbers.ofDigits(document, first);
		if (digits.digits() >= LEAST_DIGITS) {
			findings.add(first, digits.end(), type(digits.digits()), 0.9);
			return digits.end();
		}
		SpokenNumbers house = SpokenNumbers.ofValue(document, first);
		int street = street(document, house.end());
		if (house.words() >= 2 && street > 0) {
			findings.add(first, street, EntityType.LOCATION, 0.85);
			return street;
		}
		return Math.max(digits.end(), first + 1);
	}

	/** {@code foxglove lane}: the token after it, or -1. */
	private static int street(Document document, int from) {
		for (int at = from; at <= from + MOST_STREET_WORDS; at++) {
			if (at > from && STREETS.contains(document.folded(at))) {
				return at + 1;
			}
			if (document.kind(at) != TokenKind.WORD || NO_STREETS.contains(document.folded(at))) {
				return -1;
			}
		}
		return -1;
	}

	private static EntityType type(int digits) {
		if (digits == DIGITS_OF_SSN) {
			return EntityType.SSN;
		}
		return (digits == 7 || digits == 10 || digits == 11) ? EntityType.PHONE : EntityType.OTHER_ID;
	}

	private static boolean isSingle(Document document, int i) {
		return document.kind(i) == TokenKind.NUMBER && document.length(i) == 1;
	}

	/** {@code W as in whiskey 2 2 0 9 7 4 1}: digits apart by one blank each. */
	private static int singles(Document document, int first, Findings findings) {
		int end = first + 1;
		boolean counting = true;
		while (isSingle(document, end) && document.start(end) == document.end(end - 1) + 1
				&& document.text().charAt(document.end(end - 1)) == ' ') {
			counting &= Math.abs(document.value(end) - document.value(end - 1)) == 1;
			end++;
		}
		if (end - first >= LEAST_SINGLE && !counting) {
			boolean spelled = document.is(first - 3, "as") && document.is(first - 2, "in")
					&& document.length(first - 4) == 1;
			findings.add(spelled ? first - 4 : first, end, type(end - first), 0.8);
		}
		return end;
	}

}
