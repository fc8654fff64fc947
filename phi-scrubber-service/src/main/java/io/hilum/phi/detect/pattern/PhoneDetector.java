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
 * Finds telephone and fax numbers: North American in every common writing, international
 * with a plus, with extension. The exchange is not checked, since a mistyped number is a
 * number still.
 */
final class PhoneDetector implements Detector {

	private static final String SEPARATORS = "-./–‑·";

	private static final Set<String> PHONE_WORDS = Set.of("phone", "tel", "telephone", "call", "cell", "mobile",
			"pager", "beeper", "ph", "text", "dial", "reach", "reached", "contact", "home", "work", "voicemail",
			"hotline", "number", "phones", "callback", "sms", "telefono", "whatsapp", "tele", "gsm", "mob", "cel",
			"celular", "movil", "handy", "telefon", "handphone", "page", "paged", "called", "office");

	private static final Set<String> FAX_WORDS = Set.of("fax", "faxed", "facsimile", "efax", "telefax");

	private static final Set<String> EXTENSIONS = Set.of("ext", "extension", "x", "extn");

	private static final int LOOK_BACK = 6;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "phone");
		for (int i = 0; i < document.size(); i++) {
			if (!continues(document, i)) {
				int end = number(document, i);
				if (end > i) {
					int last = extension(document, end);
					EntityType type = isFax(document, i) ? EntityType.FAX : EntityType.PHONE;
					findings.add(i, last, type, score(document, i, end));
					i = last - 1;
				}
			}
		}
		return findings.spans();
	}

	private static boolean continues(Document document, int i) {
		return document.joined(i - 1) && (document.alphanumeric(i - 1)
				|| (document.symbolOf(i - 1, "-./_") && document.joined(i - 2) && document.digits(i - 2) > 0));
	}

	private static int number(Document document, int i) {
		int end = international(document, i);
		end = (end > 0) ? end : dialledAbroad(document, i);
		end = (end > 0) ? end : LetteredPhones.end(document, i);
		if (end > 0) {
			return end;
		}
		int start = i;
		if (document.symbol(i, '+')) {
			start = i + 1;
		}
		if (document.is(start, "1") && (separator(document, start) > 0 || start > i)) {
			int next = separator(document, start);
			end = (next > 0) ? area(document, next) : -1;
			if (end > 0) {
				return end;
			}
		}
		end = area(document, start);
		end = (end > 0) ? end : foreign(document, i);
		return (end > 0) ? end : extensionOfPerson(document, i);
	}

	/**
	 * {@code call me at 0494 92 82 32}: groups of any size, where a telephone is named.
	 */
	private static int foreign(Document document, int i) {
		boolean bracket = document.symbol(i, '(') && document.symbol(i + 2, ')');
		int first = bracket ? i + 1 : i;
		if (document.kind(first) != TokenKind.NUMBER || document.length(first) > 5 || document.length(first) < 2
				|| !isSaidToBePhone(document, i)) {
			return -1;
		}
		int digits = document.length(first);
		int end = bracket ? i + 3 : i + 1;
		for (int group = 0; group < 5; group++) {
			int next = groupAfter(document, end);
			if (next < 0 || digits + document.length(next) > 13) {
				break;
			}
			digits += document.length(next);
			end = document.symbol(next + 1, ')') ? next + 2 : next + 1;
		}
		return (digits >= 7 && end > i + 1) ? end : -1;
	}

	/** {@code call Dvorak 95190}, {@code page Dr. Chang 4112}. */
	private static int extensionOfPerson(Document document, int i) {
		boolean inside = document.kind(i) == TokenKind.NUMBER && (document.length(i) == 4 || document.length(i) == 5)
				&& document.capitalised(i - 1) && !document.startsLine(i) && !document.joined(i - 1);
		boolean follows = document.joined(i) && document.digits(i + 2) > 0;
		if (!inside || follows || (document.length(i) == 4 && Calendar.isYear(document, i))) {
			return -1;
		}
		for (int at = i - 2; at >= i - 5; at--) {
			if (document.is(at, "call") || document.is(at, "page") || document.is(at, "text")) {
				return i + 1;
			}
			if (!document.capitalised(at) && !document.symbol(at, '.')) {
				return -1;
			}
		}
		return -1;
	}

	/**
	 * {@code (314) 322-3440}, {@code 314.322.3440}, {@code 3143223440}, {@code 322-3440}.
	 */
	private static int area(Document document, int i) {
		boolean bracket = (document.symbol(i, '(') && document.symbol(i + 2, ')'))
				|| (document.symbol(i, '[') && document.symbol(i + 2, ']'));
		if (bracket && isNumber(document, i + 1, 3)) {
			int next = document.symbolOf(i + 3, SEPARATORS) ? i + 4 : i + 3;
			return exchange(document, next);
		}
		if (isNumber(document, i, 10)
				|| (isNumber(document, i, 11) && document.text().charAt(document.start(i)) == '1')) {
			return isSaidToBePhone(document, i) || isNorthAmerican(document, i) ? i + 1 : -1;
		}
		if (isNumber(document, i, 6) && isNumber(document, i + 1, 4) && !document.startsLine(i + 1)) {
			return isSaidToBePhone(document, i) ? i + 2 : -1;
		}
		if (!isNumber(document, i, 3)) {
			return isNumber(document, i, 7) && isSaidToBePhone(document, i) ? i + 1 : -1;
		}
		if (isStarred(document, i) && isStarred(document, i + 2) && isNumber(document, i + 2, 3)
				&& isNumber(document, i + 4, 4)) {
			return i + 5;
		}
		int next = separator(document, i);
		int end = (next > 0) ? exchange(document, next) : -1;
		return (end > 0) ? end : local(document, i, next);
	}

	/** {@code 614*555*0101}. */
	private static boolean isStarred(Document document, int i) {
		return document.joined(i) && document.symbol(i + 1, '*') && document.joined(i + 1);
	}

	private static int exchange(Document document, int i) {
		if (isNumber(document, i, 7)) {
			return i + 1;
		}
		int next = isNumber(document, i, 3) ? separator(document, i) : -1;
		return (next > 0 && isNumber(document, next, 4)) ? next + 1 : -1;
	}

	private static int local(Document document, int i, int next) {
		if (next < 0 || !isNumber(document, next, 4)) {
			return -1;
		}
		boolean hyphen = document.joined(i) && document.symbolOf(i + 1, "-‑–") && document.joined(i + 1);
		boolean longer = document.joined(next) && document.symbolOf(next + 1, "-/_") && document.joined(next + 1)
				&& document.digits(next + 2) > 0;
		boolean range = isRound(document, i) && isRound(document, next) && !isSaidToBePhone(document, i);
		return !longer && !range && (hyphen || isSaidToBePhone(document, i)) ? next + 1 : -1;
	}

	/** {@code +44 20 7946 0958}: a plus, a country and seven to fifteen digits in all. */
	private static int international(Document document, int i) {
		if (!document.symbol(i, '+') || document.kind(i + 1) != TokenKind.NUMBER || !document.joined(i)) {
			return -1;
		}
		int digits = document.length(i + 1);
		int end = i + 2;
		if (isNumber(document, end, 1) && !document.joined(end - 1) && !document.startsLine(end)
				&& groupAfter(document, end + 1) > 0) {
			digits++;
			end++;
		}
		for (int group = 0; group < 6; group++) {
			int next = groupAfter(document, end);
			if (next < 0 || digits + document.length(next) > 15) {
				break;
			}
			digits += document.length(next);
			end = document.symbol(next + 1, ')') ? next + 2 : next + 1;
		}
		return (digits >= 8) ? end : -1;
	}

	/**
	 * {@code 011 52 55 5555 0101}, {@code 0044 20 7946 0958}, {@code 07700 900958}.
	 */
	private static int dialledAbroad(Document document, int i) {
		if (document.kind(i) != TokenKind.NUMBER || document.text().charAt(document.start(i)) != '0'
				|| document.length(i) > 5 || document.joined(i - 1)) {
			return -1;
		}
		String first = document.folded(i);
		if (first.length() == 5) {
			boolean mobile = first.charAt(1) == '7' && isNumber(document, i + 1, 6) && !document.startsLine(i + 1);
			return mobile ? i + 2 : -1;
		}
		boolean abroad = first.equals("011") || first.startsWith("00");
		int digits = document.length(i);
		int end = i + 1;
		int groups = 0;
		for (int next = groupAfter(document, end); abroad && next > 0 && groups < 6
				&& digits + document.length(next) <= 17; next = groupAfter(document, end)) {
			digits += document.length(next);
			end = document.symbol(next + 1, ')') ? next + 2 : next + 1;
			groups++;
		}
		return (groups >= 3 && digits >= 11) ? end : -1;
	}

	private static int groupAfter(Document document, int end) {
		int at = document.symbol(end, '(') && document.is(end + 1, "0") && document.symbol(end + 2, ')') ? end + 3
				: end;
		while (at < end + 2 && document.symbolOf(at, SEPARATORS + "(")) {
			at++;
		}
		boolean column = document.kind(end) != TokenKind.NONE && document.text().charAt(document.end(end - 1)) == '\t';
		return document.kind(at) == TokenKind.NUMBER && !document.startsLine(at) && !column
				&& (document.length(at) >= 2 || document.symbol(end, '(')) ? at : -1;
	}

	/** The group after a blank or one separator, -1 at anything else. */
	private static int separator(Document document, int i) {
		if (document.symbolOf(i + 1, SEPARATORS)) {
			return i + 2;
		}
		return document.joined(i) || document.startsLine(i + 1) ? -1 : i + 1;
	}

	private static int extension(Document document, int end) {
		int at = document.symbolOf(end, ",;(") ? end + 1 : end;
		String word = document.folded(at);
		if (document.kind(at) == TokenKind.MIXED && word.length() <= 9) {
			int letters = word.length() - document.digits(at);
			boolean run = EXTENSIONS.contains(word.substring(0, letters)) && document.digits(at) <= 6;
			return run ? at + 1 : end;
		}
		if (document.symbol(end, ',') && document.symbol(at, ',') && document.joined(end) && document.joined(at)) {
			return document.kind(at + 1) == TokenKind.NUMBER && document.length(at + 1) <= 6 ? at + 2 : end;
		}
		if (!EXTENSIONS.contains(word) && !document.symbol(at, '#')) {
			return end;
		}
		at = document.symbolOf(at + 1, ".:#") ? at + 2 : at + 1;
		return document.kind(at) == TokenKind.NUMBER && document.length(at) <= 6 ? at + 1 : end;
	}

	private static double score(Document document, int i, int end) {
		boolean bare = end == i + 1;
		boolean said = isSaidToBePhone(document, i);
		if (bare) {
			return said ? 0.92 : 0.65;
		}
		return said ? 0.93 : 0.86;
	}

	private static boolean isFax(Document document, int i) {
		return lookBack(document, i, FAX_WORDS, PHONE_WORDS);
	}

	static boolean isSaidToBePhone(Document document, int i) {
		return lookBack(document, i, PHONE_WORDS, FAX_WORDS) || isFax(document, i);
	}

	/** Whether one of some words stands shortly before, and none of the others nearer. */
	private static boolean lookBack(Document document, int i, Set<String> wanted, Set<String> others) {
		for (int at = i - 1; at >= i - LOOK_BACK; at--) {
			String word = document.folded(at);
			if (wanted.contains(word)) {
				return true;
			}
			if (others.contains(word) || document.digits(at) > 2 || document.symbolOf(at, ";|")) {
				return false;
			}
		}
		return false;
	}

	private static boolean isNumber(Document document, int i, int digits) {
		return document.kind(i) == TokenKind.NUMBER && document.length(i) == digits;
	}

	private static boolean isNorthAmerican(Document document, int i) {
		int start = document.end(i) - 10;
		return document.text().charAt(start) >= '2' && document.text().charAt(start + 3) >= '2';
	}

	private static boolean isRound(Document document, int i) {
		return document.value(i) % 50 == 0;
	}

}
