package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds the room at the head of a line of a list of patients: {@code - 412 Doe, 60M, GI
 * bleed}.
 */
final class SignOutDetector implements Detector {

	private static final int LONGEST_NAME = 4;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "sign-out");
		for (int i = 0; i < document.size(); i++) {
			boolean head = document.startsLine(i)
					|| (document.symbolOf(i - 1, "-*•–") && document.startsLine(i - 1) && !document.joined(i - 1));
			boolean room = document.kind(i) == TokenKind.NUMBER && document.length(i) >= 3 && document.length(i) <= 4;
			if (head && room && !Calendar.isYear(document, i) && isNamed(document, i + 1, isTime(document, i))) {
				findings.add(i, i + 1, EntityType.LOCATION, 0.6);
			}
		}
		return findings.spans();
	}

	private static boolean isTime(Document document, int i) {
		return document.length(i) == 4 && document.value(i) < 2400 && document.value(i) % 100 < 60;
	}

	/**
	 * One to four words with capitals, particles aside, and a comma; behind what may be a
	 * time of day a number has to follow that, such as an age.
	 */
	private static boolean isNamed(Document document, int first, boolean numbered) {
		boolean capital = false;
		for (int at = first; at <= first + LONGEST_NAME && !document.startsLine(at); at++) {
			if (document.symbol(at, ',')) {
				return capital && (!numbered || document.digits(at + 1) > 0);
			}
			if (document.kind(at) != TokenKind.WORD && !document.symbolOf(at, "'’-")) {
				return false;
			}
			capital |= document.capitalised(at);
		}
		return false;
	}

}
