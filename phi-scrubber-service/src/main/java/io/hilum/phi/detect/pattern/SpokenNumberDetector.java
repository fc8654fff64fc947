package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;

/**
 * Finds numbers that are said digit by digit: {@code five five five, oh one two three}.
 */
final class SpokenNumberDetector implements Detector {

	private static final int LEAST_DIGITS = 6;

	private static final int DIGITS_OF_SSN = 9;

	private static final Set<String> DIGITS = Set.of("zero", "oh", "one", "two", "three", "four", "five", "six",
			"seven", "eight", "nine", "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho",
			"nueve");

	private static final Set<String> BETWEEN = Set.of("dash", "area", "code", "then", "double", "triple");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "spoken-number");
		for (int i = 0; i < document.size(); i++) {
			if (DIGITS.contains(document.folded(i))) {
				i = run(document, i, findings) - 1;
			}
		}
		return findings.spans();
	}

	/** Reads the digits from one on; gives the token to go on from. */
	private static int run(Document document, int first, Findings findings) {
		int digits = 0;
		int end = first;
		int at = first;
		while (at <= end + 1) {
			if (DIGITS.contains(document.folded(at))) {
				digits++;
				end = at + 1;
			}
			else if (!BETWEEN.contains(document.folded(at)) && !document.symbolOf(at, ",-–.…")) {
				break;
			}
			at++;
		}
		if (digits >= LEAST_DIGITS) {
			findings.add(first, end, type(digits), 0.9);
		}
		return end;
	}

	private static EntityType type(int digits) {
		if (digits == DIGITS_OF_SSN) {
			return EntityType.SSN;
		}
		return (digits == 7 || digits == 10 || digits == 11) ? EntityType.PHONE : EntityType.OTHER_ID;
	}

}
