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
 * Finds the plate of a vehicle behind the state that issued it, {@code Texas BSF-0495},
 * and behind the vehicle: {@code white Ford van KTM-4471}.
 */
final class PlateDetector implements Detector {

	private static final int SHORTEST = 2;

	private static final int SHORTEST_WHOLE = 6;

	private static final int LONGEST_WHOLE = 8;

	private static final int LOOK_BACK = 5;

	private static final Set<String> CARS = Set.of("car", "van", "truck", "suv", "sedan", "pickup", "minivan", "jeep",
			"toyota", "honda", "ford", "chevy", "chevrolet", "nissan", "dodge", "gmc", "subaru", "hyundai", "kia",
			"mazda", "bmw", "audi", "lexus", "buick", "volkswagen", "vw", "cadillac", "chrysler", "mercedes", "volvo",
			"acura", "motorcycle", "motorbike", "trailer", "vehicle", "scooter", "parked");

	private static final int LONGEST = 4;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "plate");
		for (int i = 1; i < document.size(); i++) {
			if (isWhole(document, i) && isBesideCar(document, i)) {
				findings.add(i, i + 1, EntityType.VEHICLE, 0.8);
			}
			else if (isLetters(document, i)
					&& ((States.endsAt(document, i) && document.capitalised(i - 1)) || isBesideCar(document, i))) {
				int digits = document.symbolOf(i + 1, "-‑") && document.joined(i) ? i + 2 : i + 1;
				if (isDigits(document, digits) && !document.startsLine(digits)) {
					findings.add(i, digits + 1, EntityType.VEHICLE, 0.8);
				}
			}
		}
		return findings.spans();
	}

	/** {@code 8XYZ417}: letters and digits in one. */
	private static boolean isWhole(Document document, int i) {
		int letters = document.length(i) - document.digits(i);
		return document.kind(i) == TokenKind.MIXED && document.length(i) >= SHORTEST_WHOLE
				&& document.length(i) <= LONGEST_WHOLE && letters >= SHORTEST && document.digits(i) > SHORTEST
				&& isUpperCase(document, i) && !document.joined(i - 1) | document.symbolOf(i - 1, "(:#\"");
	}

	private static boolean isUpperCase(Document document, int i) {
		return document.text().substring(document.start(i), document.end(i)).chars().noneMatch(Character::isLowerCase);
	}

	/** {@code white Ford van KTM-4471}, {@code Honda Civic (8XYZ417)}. */
	private static boolean isBesideCar(Document document, int i) {
		for (int at = i - 1; at >= i - LOOK_BACK && !document.startsLine(at + 1); at--) {
			if (CARS.contains(document.folded(at))) {
				return true;
			}
			if (document.symbolOf(at, ".;")) {
				return false;
			}
		}
		return false;
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
