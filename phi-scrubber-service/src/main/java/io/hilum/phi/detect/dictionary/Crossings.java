package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.pattern.Calendar;

/**
 * Finds where two streets meet: {@code corner of ninth and alder},
 * {@code at 12th & Vine}. Without words that say so one of the two has to be a number.
 */
final class Crossings {

	private static final double SCORE = 0.83;

	private static final int MAX_NAMES = 3;

	private static final Set<String> MEETING = Set.of("corner", "intersection", "junction", "crossing", "crossroads");

	private static final Set<String> JOINTS = Set.of("and", "n", "at", "y");

	private static final Set<String> BEFORE = Set.of("at", "on", "near", "off", "by", "from", "around", "outside", "of",
			"to", "between");

	/** What goes on with a sentence behind a crossing. */
	private static final Set<String> AFTER = Set.of("around", "today", "after", "before", "last", "this");

	private static final Set<String> KINDS = Set.of("st", "street", "ave", "avenue", "av", "rd", "road", "blvd", "dr",
			"drive", "ln", "lane", "pkwy", "hwy", "pl", "place");

	private static final int NO_STREET = Gazetteer.STOP | Gazetteer.DRUG | Gazetteer.CLINICAL | Gazetteer.RELATIVE;

	private static final Set<String> ORDINALS = Set.of("first", "second", "third", "fourth", "fifth", "sixth",
			"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth");

	private final Words words;

	private final Document document;

	private final Findings findings;

	Crossings(Words words, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.findings = findings;
	}

	/** Look for a crossing that is announced or starts at a token. */
	int at(int i) {
		if (MEETING.contains(this.document.folded(i)) && this.document.is(i + 1, "of")) {
			return told(i, i + 2);
		}
		if (this.document.is(i, "cross") && (this.document.is(i + 1, "streets") || this.document.is(i + 1, "street"))) {
			boolean link = this.document.is(i + 2, "are") || this.document.is(i + 2, "is")
					|| this.document.symbolOf(i + 2, ":=-");
			return told(i, link ? i + 3 : i + 2);
		}
		if (this.document.is(i, "between") && StreetNames.isUsual(this.document.folded(i + 1))
				&& this.document.is(i + 2, "and") && StreetNames.isUsual(this.document.folded(i + 3)) && isEnd(i + 4)) {
			return add(i + 1, i + 4);
		}
		return untold(i);
	}

	/** Two streets that the words before announce. */
	private int told(int cue, int first) {
		int joint = side(first);
		if (joint == first || !isJoint(joint)) {
			return cue;
		}
		int end = side(joint + 1);
		return (end > joint + 1) ? add(first, end) : cue;
	}

	/** One number and one name, as the end of what is said. */
	private int untold(int i) {
		if (!isStart(i)) {
			return i;
		}
		boolean numbered = isOrdinal(i);
		int joint = numbered ? afterKind(i + 1) : side(i);
		if (joint == i || !isJoint(joint) || (!numbered && !isOrdinal(joint + 1))) {
			return i;
		}
		int end = numbered ? side(joint + 1) : afterKind(joint + 2);
		int name = numbered ? joint + 1 : i;
		if (end == name || (numbered && isOrdinal(name)) || !isEnd(end) || !isNamed(i, name)) {
			return i;
		}
		return add(i, end);
	}

	/** A preposition, or the start of a line or a sentence, before a crossing. */
	private boolean isStart(int i) {
		TokenKind kind = this.document.kind(i);
		if ((kind != TokenKind.WORD && kind != TokenKind.MIXED) || this.document.joined(i - 1)) {
			return this.document.symbolOf(i - 1, "(@\"") && kind != TokenKind.SYMBOL;
		}
		return BEFORE.contains(this.document.folded(i - 1)) || this.words.startsSentence(i)
				|| this.document.symbolOf(i - 1, "@,");
	}

	/** Whether a word is the name of a street as it is written here. */
	private boolean isNamed(int start, int name) {
		boolean placed = BEFORE.contains(this.document.folded(start - 1)) || this.document.symbol(start - 1, '@');
		if (this.words.isCapital(name)) {
			return placed || !this.words.in(name, Gazetteer.COMMON_WORD)
					|| StreetNames.isUsual(this.document.folded(name));
		}
		return StreetNames.isUsual(this.document.folded(name))
				|| (placed && !this.words.in(name, Gazetteer.COMMON_WORD));
	}

	private boolean isJoint(int i) {
		return !this.document.startsLine(i)
				&& (JOINTS.contains(this.document.folded(i)) || this.document.symbolOf(i, "&/@+"));
	}

	/** The token after one of the two streets, or the same token. */
	private int side(int first) {
		if (isOrdinal(first) || ORDINALS.contains(this.document.folded(first))) {
			return this.document.startsLine(first) && !this.words.startsSentence(first) ? first : afterKind(first + 1);
		}
		int at = first;
		while (at < first + MAX_NAMES && isName(at) && (at == first || isCapital(at))) {
			at++;
		}
		return (at == first) ? first : afterKind(at);
	}

	private boolean isName(int i) {
		return this.document.kind(i) == TokenKind.WORD && this.document.length(i) > 2 && !this.words.in(i, NO_STREET)
				&& !JOINTS.contains(this.document.folded(i)) && !Calendar.isMonthName(this.document.folded(i));
	}

	private boolean isCapital(int i) {
		return this.document.capitalised(i) && !this.words.isFlat(i) && !this.document.startsLine(i);
	}

	private int afterKind(int i) {
		if (!KINDS.contains(this.document.folded(i)) || this.document.startsLine(i)) {
			return i;
		}
		return this.document.symbol(i + 1, '.') && this.document.joined(i) ? i + 2 : i + 1;
	}

	private boolean isOrdinal(int i) {
		return StreetNames.isOrdinal(this.document, i);
	}

	/** A noun behind makes of the two something that is numbered. */
	private boolean isEnd(int end) {
		return this.document.kind(end) != TokenKind.WORD || this.document.startsLine(end)
				|| this.words.in(end, Gazetteer.STOP | Gazetteer.FACILITY) || AFTER.contains(this.document.folded(end));
	}

	private int add(int first, int end) {
		this.findings.add(first, end, EntityType.LOCATION, SCORE);
		return end;
	}

}
