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
 * Finds addresses as they are written outside the United States: the house behind the
 * street ({@code Lindenallee 12}), the kind of street before its name
 * ({@code Jalan Melur 3/2}, {@code Av. Insurgentes Sur 1602}), and houses with a label
 * ({@code Flat 4B, Sai Krupa Apts}, {@code Plot 14, Spintex Road}).
 */
final class ForeignAddressDetector implements Detector {

	private static final List<String> ENDINGS = List.of("strasse", "straße", "allee", "gasse", "platz", "damm",
			"straat", "laan", "gatan", "vagen", "gata");

	private static final Set<String> KINDS = Set.of("jalan", "jl", "jln", "lorong", "av", "avda", "avenida", "rua",
			"rue", "ul", "ulica", "ulitsa", "via", "viale", "piazza", "calle", "carrera", "calzada", "chemin",
			"impasse", "allee", "quai");

	private static final Set<String> PARTICLES = Set.of("de", "la", "las", "los", "del", "el", "da", "do", "dos", "das",
			"du", "des", "le", "di", "della", "delle", "y");

	private static final Set<String> HOUSES = Set.of("flat", "plot", "villa", "house", "hno", "door", "block", "blk");

	private static final Set<String> LABELS = Set.of("no", "nr", "num", "lot");

	private static final Set<String> INNER = Set.of("int", "app", "apt", "piso", "bis", "dpto", "villa", "unit",
			"local");

	private static final Set<String> ROADS = Set.of("road", "rd", "street", "st", "cross", "nagar", "lane", "marg",
			"close", "way", "avenue", "ave", "colony", "layout", "estate", "apts", "apartments", "crescent");

	private static final int MOST_WORDS = 5;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "address");
		for (int i = 0; i < document.size(); i++) {
			int end = streetThenHouse(document, i);
			end = (end > 0) ? end : kindThenName(document, i);
			end = (end > 0) ? end : labelledHouse(document, i);
			if (end > 0) {
				findings.add(withNumber(document, i), end, EntityType.LOCATION, 0.8);
				i = end - 1;
			}
		}
		return findings.spans();
	}

	/** {@code Lindenallee 12}, {@code Hauptstr. 7a}. */
	private static int streetThenHouse(Document document, int i) {
		String word = document.folded(i);
		boolean street = document.kind(i) == TokenKind.WORD && document.capitalised(i) && word.length() > 6
				&& (ENDINGS.stream().anyMatch(word::endsWith) || word.endsWith("str"));
		if (!street) {
			return -1;
		}
		int at = document.symbol(i + 1, '.') ? i + 2 : i + 1;
		return isHouse(document, at) ? at + 1 : -1;
	}

	/** {@code Jalan Melur 3/2}: a kind, a name, and a number behind or before. */
	private static int kindThenName(Document document, int i) {
		if (!KINDS.contains(document.folded(i)) || document.kind(i) != TokenKind.WORD) {
			return -1;
		}
		int at = document.symbol(i + 1, '.') ? i + 2 : i + 1;
		int from = at;
		while (at < from + MOST_WORDS && !document.startsLine(at) && isNamePart(document, at)) {
			at++;
		}
		if (at == from) {
			return -1;
		}
		int number = document.symbolOf(at, ",#") ? at + 1 : at;
		int end = isHouse(document, number) ? afterHouse(document, number) : at;
		boolean after = withNumber(document, i) < i;
		return (after || (end > at && document.capitalised(i))) ? end : -1;
	}

	private static boolean isNamePart(Document document, int at) {
		return (document.kind(at) == TokenKind.WORD && document.capitalised(at))
				|| PARTICLES.contains(document.folded(at))
				|| (document.symbolOf(at, "-'’") && document.joined(at) && document.joined(at - 1));
	}

	/** {@code Flat 4B, Sai Krupa Apts}, {@code Plot 14, Spintex Road}. */
	private static int labelledHouse(Document document, int i) {
		boolean label = HOUSES.contains(document.folded(i)) && document.capitalised(i);
		int at = document.is(i, "h") && document.symbol(i + 1, '.') && document.is(i + 2, "no") ? i + 3 : i + 1;
		at = document.symbol(at, '.') ? at + 1 : at;
		if ((!label && at < i + 3) || document.digits(at) == 0 || document.startsLine(at)) {
			return -1;
		}
		int end = Chunk.at(document, at, "-/", MOST_WORDS * 2).end();
		int word = document.symbol(end, ',') ? end + 1 : end;
		int last = word;
		while (last < word + MOST_WORDS && document.capitalised(last) && !document.startsLine(last)) {
			last++;
		}
		boolean road = last > word && ROADS.contains(document.folded(last - 1));
		boolean alone = at == i + 3 || document.is(i, "plot");
		return road ? last : alone ? end : -1;
	}

	private static boolean isHouse(Document document, int i) {
		return document.digits(i) > 0 && document.length(i) <= 5 && !document.startsLine(i)
				&& Character.isDigit(document.folded(i).charAt(0)) && !document.symbolOf(i + 1, "%");
	}

	/** {@code 1602, Int. 4}, {@code 3/2}, {@code 14 bis}. */
	private static int afterHouse(Document document, int i) {
		int end = Chunk.at(document, i, "-/", MOST_WORDS).end();
		int at = document.symbol(end, ',') ? end + 1 : end;
		if (!INNER.contains(document.folded(at))) {
			return end;
		}
		int number = document.symbol(at + 1, '.') ? at + 2 : at + 1;
		return document.digits(number) > 0 ? number + 1 : document.is(at, "bis") ? at + 1 : end;
	}

	/** {@code No 7} before {@code Jalan Melur}, {@code 14 bis} before {@code rue}. */
	private static int withNumber(Document document, int i) {
		int at = document.symbol(i - 1, ',') ? i - 2 : i - 1;
		at = document.is(at, "bis") || document.is(at, "ter") ? at - 1 : at;
		boolean number = document.digits(at) > 0 && document.length(at) <= 5 && !document.startsLine(i)
				&& !(document.joined(at - 1) && document.symbolOf(at - 1, "/-.:"));
		if (!number || !KINDS.contains(document.folded(i))) {
			return i;
		}
		int label = document.symbol(at - 1, '.') ? at - 2 : at - 1;
		return LABELS.contains(document.folded(label)) && !document.startsLine(at) ? label : at;
	}

}
