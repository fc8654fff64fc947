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
 * Finds postal codes of Britain, Ireland, Canada and the Netherlands, which no other
 * number looks like, with the town before and the house and street before that:
 * {@code 8 King's
 * Parade, Cambridge CB2 1SJ}.
 */
final class PostalCodeDetector implements Detector {

	private static final int MOST_WORDS = 6;

	private static final Set<String> MEASURES = Set.of("mg", "ml", "kg", "cm", "mm", "hr", "am", "pm", "in", "of");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "address");
		for (int i = 0; i + 1 < document.size(); i++) {
			if (!document.joined(i) && !document.startsLine(i + 1) && isCode(document, i)) {
				findings.add(i, i + 2, EntityType.LOCATION, 0.88);
				town(document, i, findings);
				i++;
			}
		}
		return findings.spans();
	}

	private static boolean isCode(Document document, int i) {
		if (document.joined(i - 1) || (document.joined(i + 1) && document.alphanumeric(i + 2))) {
			return false;
		}
		String outward = form(document, i);
		String inward = outward.isEmpty() ? "" : form(document, i + 1);
		return !inward.isEmpty() && isCode(document, i, outward + " " + inward);
	}

	private static boolean isCode(Document document, int i, String form) {
		return switch (form) {
			case "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A9A 9A9" -> true;
			case "A99 A999", "A99 AA99", "A99 AA9A", "A99 A9A9", "A99 A9AA", "A9A A999" -> true;
			case "9999 AA" -> !MEASURES.contains(document.folded(i + 1)) && document.capitalised(i + 2)
					&& !document.upperCase(i + 2) && !document.startsLine(i + 2);
			default -> false;
		};
	}

	/** Capitals as A and digits as 9; empty for anything else. */
	private static String form(Document document, int token) {
		TokenKind kind = document.kind(token);
		if (document.length(token) > 4
				|| (kind != TokenKind.WORD && kind != TokenKind.NUMBER && kind != TokenKind.MIXED)) {
			return "";
		}
		char[] form = new char[document.length(token)];
		for (int i = 0; i < form.length; i++) {
			char unit = document.text().charAt(document.start(token) + i);
			if (!(unit >= 'A' && unit <= 'Z') && !(unit >= '0' && unit <= '9')) {
				return "";
			}
			form[i] = (unit <= '9') ? '9' : 'A';
		}
		return new String(form);
	}

	private static void town(Document document, int code, Findings findings) {
		int last = document.symbol(code - 1, ',') ? code - 1 : code;
		int first = words(document, last);
		if (first == last) {
			return;
		}
		findings.add(first, last, EntityType.LOCATION, 0.85);
		int comma = first - 1;
		int street = document.symbol(comma, ',') ? words(document, comma) : comma;
		boolean house = document.kind(street - 1) == TokenKind.NUMBER && document.length(street - 1) <= 4;
		if (street < comma && house) {
			findings.add(street - 1, comma, EntityType.LOCATION, 0.85);
		}
	}

	/** Where the words with capitals start that end before a token, within its line. */
	private static int words(Document document, int end) {
		int first = end;
		while (first > end - MOST_WORDS && first > 0
				&& (document.capitalised(first - 1)
						|| (document.symbolOf(first - 1, "'’.-") && document.joined(first - 2))
						|| (document.is(first - 1, "s") && document.symbolOf(first - 2, "'’")))) {
			first--;
			if (document.startsLine(first)) {
				break;
			}
		}
		return first;
	}

}
