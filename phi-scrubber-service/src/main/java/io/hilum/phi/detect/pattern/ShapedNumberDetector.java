package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds numbers whose grouping alone tells what they are: national numbers of persons and
 * the numbers of units of blood (ISBT 128).
 */
final class ShapedNumberDetector implements Detector {

	/**
	 * Groups with a blank, a dot or a hyphen between: {@code 9} is a digit, {@code A} a
	 * capital, {@code 1} the first digit of a French number, a word stands for itself.
	 */
	private static final List<Shape> SHAPES = List.of(new Shape(EntityType.SSN, List.of("AA", "99", "99", "99", "A")),
			new Shape(EntityType.SSN, List.of("1", "99", "99", "99", "999", "999", "99")),
			new Shape(EntityType.SSN, List.of("1", "99", "99", "99", "999", "999")),
			new Shape(EntityType.SSN, List.of("756", "9999", "9999", "99")),
			new Shape(EntityType.HEALTH_PLAN, List.of("9999", "99999", "9")),
			new Shape(EntityType.OTHER_ID, List.of("A9999", "99", "999999")));

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "shaped-number");
		for (int i = 0; i < document.size(); i++) {
			int end = document.joined(i - 1) ? i : shaped(document, i, findings);
			end = (end > i) ? end : license(document, i, findings);
			i = Math.max(i, end - 1);
		}
		return findings.spans();
	}

	private static int shaped(Document document, int i, Findings findings) {
		for (Shape shape : SHAPES) {
			int end = shape.end(document, i);
			if (end > i) {
				findings.add(i, end, shape.type(), 0.85);
				return end;
			}
		}
		return i;
	}

	/**
	 * {@code 12.345.678-5} of Chile, {@code 123.456.789-09} of Brazil, {@code A123456(7)}
	 * of Hong Kong, {@code ABCDE1234F} of India.
	 */
	private static int license(Document document, int i, Findings findings) {
		int end = i;
		if (document.kind(i) == TokenKind.NUMBER && document.length(i) <= 3 && isJoinedBy(document, i, '.')
				&& fits(document, i + 2, "999") && isJoinedBy(document, i + 2, '.') && fits(document, i + 4, "999")
				&& isJoinedBy(document, i + 4, '-') && document.length(i + 6) <= 2 && document.alphanumeric(i + 6)) {
			end = i + 7;
		}
		else if (fits(document, i, "A999999") && isJoinedBy(document, i, '(') && document.length(i + 2) == 1
				&& document.symbol(i + 3, ')')) {
			end = i + 4;
		}
		else if (fits(document, i, "AAAAA9999A")) {
			end = i + 1;
		}
		if (end > i) {
			findings.add(i, end, EntityType.LICENSE, 0.85);
		}
		return end;
	}

	private static boolean isJoinedBy(Document document, int i, char symbol) {
		return document.joined(i) && document.symbol(i + 1, symbol) && document.joined(i + 1);
	}

	private static boolean fits(Document document, int i, String group) {
		if (!document.alphanumeric(i) || document.length(i) != group.length()) {
			return false;
		}
		int start = document.start(i);
		for (int at = 0; at < group.length(); at++) {
			if (!fits(document.text().charAt(start + at), group.charAt(at))) {
				return false;
			}
		}
		return true;
	}

	private static boolean fits(char unit, char sign) {
		return switch (sign) {
			case '9' -> unit >= '0' && unit <= '9';
			case 'A' -> unit >= 'A' && unit <= 'Z';
			case '1' -> unit == '1' || unit == '2';
			default -> unit == sign;
		};
	}

	/**
	 * The groups of a number.
	 *
	 * @param type what the number is
	 * @param groups the form of each group
	 */
	private record Shape(EntityType type, List<String> groups) {

		/** The token after a number of this shape, or the same token. */
		int end(Document document, int first) {
			int at = first;
			for (int group = 0; group < this.groups.size(); group++) {
				at = (group > 0 && document.symbolOf(at, ".-")) ? at + 1 : at;
				if ((group > 0 && document.startsLine(at)) || !fits(document, at, this.groups.get(group))) {
					return first;
				}
				at++;
			}
			return document.joined(at - 1) && document.digits(at + 1) > 0 ? first : at;
		}

	}

}
