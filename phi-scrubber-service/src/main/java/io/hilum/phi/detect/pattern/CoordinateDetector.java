package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds latitude and longitude with so many decimals that they tell a house:
 * {@code 41.87812, -87.62981}.
 */
final class CoordinateDetector implements Detector {

	/** A hundred metres and less. */
	private static final int LEAST_DECIMALS = 3;

	private static final int MOST_LATITUDE = 90;

	private static final int MOST_LONGITUDE = 180;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "coordinates");
		for (int i = 0; i < document.size(); i++) {
			if (isDecimal(document, i, MOST_LATITUDE)) {
				int second = i + 3;
				while (second < i + 6 && document.symbolOf(second, ",-°/")) {
					second++;
				}
				boolean apart = second > i + 3 && !document.startsLine(second);
				if (apart && isDecimal(document, second, MOST_LONGITUDE) && isPair(document, i + 2, second + 2)) {
					findings.add(i, second + 3, EntityType.LOCATION, 0.85);
					i = second + 2;
				}
			}
		}
		return findings.spans();
	}

	/**
	 * The two are written as exactly as each other, and one more exactly than a ratio.
	 */
	private static boolean isPair(Document document, int first, int second) {
		int decimals = document.length(first) + document.length(second);
		return decimals > 2 * LEAST_DECIMALS && Math.abs(document.length(first) - document.length(second)) <= 1;
	}

	private static boolean isDecimal(Document document, int i, int most) {
		return document.kind(i) == TokenKind.NUMBER && document.length(i) <= LEAST_DECIMALS && document.value(i) <= most
				&& document.joined(i) && document.symbol(i + 1, '.') && document.joined(i + 1)
				&& document.kind(i + 2) == TokenKind.NUMBER && document.length(i + 2) >= LEAST_DECIMALS;
	}

}
