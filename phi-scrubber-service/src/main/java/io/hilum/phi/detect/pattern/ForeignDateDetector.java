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
 * Finds dates that neither digits alone nor the name of a month make: {@code 14/III/1952}
 * of Central Europe, {@code 1952年3月14日} and {@code 3월 14일} of East Asia,
 * {@code 14 tháng 3 năm 1952} of Vietnam.
 */
final class ForeignDateDetector implements Detector {

	/** Year, month and day in Chinese and Japanese, and in Korean. */
	private static final String UNITS = "年月日년월일";

	private static final int LEAST_UNITS = 2;

	private static final int MOST_UNITS = 3;

	private static final Set<String> ROMAN = Set.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi",
			"xii");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "date");
		for (int i = 0; i < document.size(); i++) {
			int end = i;
			if (document.kind(i) == TokenKind.NUMBER) {
				end = Math.max(roman(document, i), vietnamese(document, i));
			}
			else if (document.kind(i) == TokenKind.MIXED) {
				end = eastAsian(document, i);
			}
			if (end > i) {
				findings.add(i, end, EntityType.DATE, 0.88);
				i = end - 1;
			}
		}
		return findings.spans();
	}

	/** The year has four digits, or two behind a month that is no single letter. */
	private static int roman(Document document, int i) {
		boolean marks = document.symbolOf(i + 1, "/.-") && document.symbolOf(i + 3, "/.-") && document.joined(i)
				&& document.joined(i + 1) && document.joined(i + 2) && document.joined(i + 3);
		if (!marks || !Calendar.isDayNumber(document, i) || !document.upperCase(i + 2)
				|| !ROMAN.contains(document.folded(i + 2))) {
			return i;
		}
		boolean year = Calendar.isYear(document, i + 4) || (document.length(i + 2) > 1
				&& document.kind(i + 4) == TokenKind.NUMBER && document.length(i + 4) == 2);
		return year ? i + 5 : i;
	}

	private static int vietnamese(Document document, int i) {
		if (!Calendar.isDayNumber(document, i) || !document.is(i + 1, "thang")
				|| !Calendar.isMonth(document.value(i + 2))) {
			return i;
		}
		return document.is(i + 3, "nam") && Calendar.isYear(document, i + 4) ? i + 5 : i + 3;
	}

	/** Numbers with their units, in one token or in several. */
	private static int eastAsian(Document document, int i) {
		int units = 0;
		int end = i;
		while (end < i + MOST_UNITS && (end == i || !document.startsLine(end)) && units(document, end) > 0) {
			units += units(document, end);
			end++;
		}
		return (units >= LEAST_UNITS && units <= MOST_UNITS) ? end : i;
	}

	/** How many units a token has that is made of numbers with a unit behind each. */
	private static int units(Document document, int i) {
		if (document.kind(i) != TokenKind.MIXED) {
			return 0;
		}
		int units = 0;
		int digits = 0;
		for (int at = document.start(i); at < document.end(i); at++) {
			char unit = document.text().charAt(at);
			boolean digit = unit >= '0' && unit <= '9';
			if (!digit && (digits == 0 || digits > 4 || UNITS.indexOf(unit) < 0)) {
				return 0;
			}
			units += digit ? 0 : 1;
			digits = digit ? digits + 1 : 0;
		}
		return (digits == 0) ? units : 0;
	}

}
