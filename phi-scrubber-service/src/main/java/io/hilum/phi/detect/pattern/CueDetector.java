package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a phrase announces: {@code MRN: 12-34-56}, {@code policy no. A123}, {@code
 * Job# CSN 0775}, {@code fingerprint template VP-57}.
 */
final class CueDetector implements Detector {

	private static final int MAX_FILLERS = 8;

	/** The most tokens of a value: what goes on longer is cut there. */
	private static final int MAX_VALUE = 256;

	/** A code of capitals needs one digit only if it is as long as this. */
	private static final int LEAST_CODE = 6;

	private static final Set<String> FILLERS = Set.of("no", "num", "number", "nbr", "numbers", "id", "is", "was", "are",
			"the", "my", "his", "her", "on", "file", "ending", "ends", "in", "as", "new", "old", "template", "sample",
			"code", "hash", "with", "to", "value", "ident", "found", "and", "reads", "reading", "a", "of", "for", "es",
			"named", "called", "full", "last", "four", "digits", "current", "which", "id#", "numero", "nr", "holder");

	private static final String LINKS = ":#=-–(\"'[.“,>*`";

	/** Words after a number that make it a measure. */
	private static final Set<String> UNITS = Set.of("mg", "mcg", "ml", "units", "unit", "year", "years", "yo", "y",
			"yr", "yrs", "days", "day", "weeks", "months", "hours", "minutes", "percent", "mmhg", "kg", "lbs", "cm",
			"mm", "dollars", "times", "patients", "people", "g", "l", "cc", "bpm");

	private static final Set<String> PREFIXES = Set.of("rx", "csn", "mr", "mrn", "no", "id", "har", "acct", "fin",
			"enc", "sn", "s", "ref");

	private final Cues cues;

	CueDetector(Cues cues) {
		this.cues = cues;
	}

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "cue");
		for (int i = 0; i < document.size(); i++) {
			Cue cue = isInsideRun(document, i) ? null : this.cues.at(document, i);
			if (cue != null) {
				int end = afterCue(document, i, cue, findings);
				i = Math.max(i + cue.words().size(), end) - 1;
			}
		}
		return findings.spans();
	}

	/**
	 * {@code record} in {@code my-record} or {@code /record/} is part of something else.
	 */
	private static boolean isInsideRun(Document document, int i) {
		return document.kind(i) == TokenKind.SYMBOL || (document.joined(i - 1) && document.symbolOf(i - 1, "-_/@.\\")
				&& document.joined(i - 2) && document.alphanumeric(i - 2) && !document.symbol(i - 1, '/'));
	}

	/** Reads the value after a phrase; gives the token to go on from. */
	private int afterCue(Document document, int first, Cue cue, Findings findings) {
		int at = fillers(document, first + cue.words().size());
		Cue inner = this.cues.at(document, at);
		int value = at;
		if (inner != null && inner.type() == cue.type() && !document.startsLine(at)
				&& (cue.isStrong() || cue.type() == EntityType.DEVICE)) {
			value = fillers(document, at + inner.words().size());
		}
		else {
			inner = null;
		}
		if (document.startsLine(value) && value > first + cue.words().size() && !document.symbolOf(value - 1, ":#=")) {
			return first;
		}
		value = afterResource(document, value);
		int end = endOfValue(document, value, cue);
		if (end < 0) {
			return first;
		}
		boolean part = inner != null && PREFIXES.contains(document.folded(at));
		findings.add(part ? at : value, end, type(document, first, cue), cue.isStrong() ? 0.91 : 0.89);
		return end;
	}

	/** The logical id of a reference of FHIR: that of {@code Patient/f201}. */
	private static int afterResource(Document document, int value) {
		boolean resource = document.kind(value) == TokenKind.WORD && document.joined(value)
				&& document.joined(value + 1) && document.symbol(value + 1, '/') && document.symbolOf(value - 1, "\"'");
		return resource ? value + 2 : value;
	}

	private static int fillers(Document document, int from) {
		int at = from;
		while (at < from + MAX_FILLERS
				&& (document.symbolOf(at, LINKS)
						|| (document.kind(at) == TokenKind.WORD && FILLERS.contains(document.folded(at))))
				&& !(document.is(at, "four") && !document.is(at - 1, "last"))) {
			at++;
		}
		return at;
	}

	/** The token after the value, -1 if what stands there is none. */
	private static int endOfValue(Document document, int first, Cue cue) {
		if (cue.anyWord()) {
			return endOfWord(document, first, cue);
		}
		if (document.folded(first).startsWith("zip")) {
			return -1;
		}
		SpokenNumbers said = SpokenNumbers.ofValue(document, first);
		if (said.digits() >= Math.max(2, cue.least())) {
			return said.end();
		}
		Chunk chunk = udi(document, first + prefix(document, first));
		int end = chunk.end();
		int length = chunk.length();
		int digits = chunk.digits();
		while (chunk.length() > 0 && end - first < MAX_VALUE && isNextGroup(document, chunk, end, cue)) {
			Chunk next = chunk(document, end);
			length += next.length();
			digits += next.digits();
			end = next.end();
			chunk = next;
		}
		boolean version = cue.type() == EntityType.VEHICLE && isDotted(document, chunk);
		boolean code = cue.isStrong() && digits == 1 && length >= LEAST_CODE && document.upperCase(first);
		boolean plausible = length >= cue.least() && (digits >= leastDigits(cue) || code) && !version
				&& !isMeasure(document, first, end);
		return plausible ? end : -1;
	}

	/**
	 * The letters before a number that belong to it: {@code RX 123}, {@code XYZ
	 * 123456789}.
	 */
	private static int prefix(Document document, int first) {
		boolean known = PREFIXES.contains(document.folded(first)) && document.digits(first + 1) >= 3;
		boolean plan = document.upperCase(first) && (document.length(first) == 3 || document.length(first) == 2)
				&& document.kind(first + 1) == TokenKind.NUMBER
				&& document.length(first + 1) >= ((document.length(first) == 3) ? 8 : 5)
				&& !document.startsLine(first + 1);
		return known || plan ? 1 : 0;
	}

	private static int leastDigits(Cue cue) {
		if (cue.type() == EntityType.LOCATION) {
			return 1;
		}
		return (cue.isStrong() || cue.type() == EntityType.VEHICLE) ? 2 : 3;
	}

	private static int endOfWord(Document document, int first, Cue cue) {
		Chunk chunk = chunk(document, first);
		boolean word = chunk.length() >= 3 && !FILLERS.contains(document.folded(first));
		boolean announced = document.symbolOf(first - 1, ":=\"'") || cue.words().size() == 1;
		boolean telling = chunk.digits() > 0 || isDotted(document, chunk) || (cue.isStrong() && announced);
		boolean sentence = Set.of("and", "or", "password", "does", "not", "has", "field")
			.contains(document.folded(first));
		return word && telling && !sentence ? chunk.end() : -1;
	}

	/** {@code jo.doe}, {@code doe_jo}. */
	private static boolean isDotted(Document document, Chunk chunk) {
		for (int i = chunk.first(); i < chunk.end(); i++) {
			if (document.symbolOf(i, "._")) {
				return true;
			}
		}
		return false;
	}

	/** A value may be a UDI: {@code (01)00694596699826(21)U1691}. */
	private static Chunk udi(Document document, int first) {
		int at = document.symbol(first, '(') ? first : first - 1;
		if (!document.symbol(at, '(') || document.length(at + 1) != 2 || !document.symbol(at + 2, ')')) {
			return chunk(document, first);
		}
		int end = at;
		int length = 0;
		while (end - first < MAX_VALUE && document.symbol(end, '(') && document.symbol(end + 2, ')')
				&& document.alphanumeric(end + 3)) {
			Chunk part = chunk(document, end + 3);
			length += part.length();
			end = part.end();
		}
		return new Chunk(first, end, length, document.digitsBetween(document.start(first), document.end(end - 1)));
	}

	private static Chunk chunk(Document document, int first) {
		return Chunk.at(document, first, Chunk.JOINERS, MAX_VALUE);
	}

	/** Groups of digits apart: {@code 4350 5156 9082 4755}; plates: {@code HP6 N43}. */
	private static boolean isNextGroup(Document document, Chunk chunk, int at, Cue cue) {
		if (document.joined(at - 1) || document.startsLine(at) || !document.alphanumeric(at)
				|| UNITS.contains(document.folded(at + 1))) {
			return false;
		}
		if (cue.type() == EntityType.VEHICLE) {
			return chunk.tokens() == 1 && chunk.length() <= 4 && document.length(at) <= 4
					&& (document.digits(at) > 0 || (chunk.digits() > 0 && document.upperCase(at)));
		}
		boolean grouped = chunk.digits() > 0 && chunk.length() <= 6 && document.kind(at) == TokenKind.NUMBER
				&& cue.type() != EntityType.LOCATION && cue.type() != EntityType.DATE;
		return grouped && document.length(at) <= 6
				&& document.length(at) >= ((chunk.length() == 2 && chunk.letters() == 0) ? 2 : 3)
				&& !isDated(document, at);
	}

	private static boolean isDated(Document document, int at) {
		return document.joined(at) && document.symbolOf(at + 1, "/");
	}

	private static boolean isMeasure(Document document, int first, int end) {
		boolean unit = UNITS.contains(document.folded(end)) && !document.startsLine(end);
		if (unit || document.symbolOf(end, "%°")) {
			return true;
		}
		if (document.symbol(first + 1, '-') && UNITS.contains(document.folded(first + 2))) {
			return true;
		}
		boolean year = end == first + 1 && Calendar.isYear(document, first)
				&& Set.of("in", "of", "since", "for").contains(document.folded(first - 1));
		boolean money = document.symbolOf(first - 1, "$€£");
		return year || money;
	}

	/** {@code ID} after an insurer is the number of a member, and so is it near one. */
	private static EntityType type(Document document, int first, Cue cue) {
		if (cue.type() != EntityType.OTHER_ID || !cue.words().getFirst().startsWith("id")) {
			return cue.type();
		}
		for (int i = first - 1; i >= first - 8; i--) {
			@Nullable EntityType near = insured(document.folded(i));
			if (near != null) {
				return near;
			}
		}
		return cue.type();
	}

	private static @Nullable EntityType insured(String word) {
		return switch (word) {
			case "insurance", "insured", "medicare", "medicaid", "plan", "payer", "coverage", "aetna", "cigna",
					"humana", "shield", "anthem", "unitedhealthcare", "member", "subscriber" ->
				EntityType.HEALTH_PLAN;
			case "patient", "pt" -> EntityType.MRN;
			default -> null;
		};
	}

}
