package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds the plate of a vehicle behind the state that issued it: {@code Texas BSF-0495}.
 */
final class PlateDetector implements Detector {

	private static final int SHORTEST = 2;

	private static final int LONGEST = 4;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "plate");
		for (int i = 1; i < document.size(); i++) {
			if (isLetters(document, i) && States.endsAt(document, i) && document.capitalised(i - 1)) {
				int digits = document.symbolOf(i + 1, "-‑") && document.joined(i) ? i + 2 : i + 1;
				if (isDigits(document, digits) && !document.startsLine(digits)) {
					findings.add(i, digits + 1, EntityType.VEHICLE, 0.8);
				}
			}
		}
		return findings.spans();
	}

	private static boolean isLetters(Document document, int i) {
		return document.upperCase(i) && document.length(i) >= SHORTEST && document.length(i) <= LONGEST
				&& !document.startsLine(i);
	}

	private static boolean isDigits(Document document, int i) {
		return document.kind(i) == TokenKind.NUMBER && document.length(i) >= SHORTEST + 1
				&& document.length(i) <= LONGEST;
	}

}
