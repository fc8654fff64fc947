package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds named places of care, study and worship by the noun at their end: {@code St.
 * Mary's Hospital}, {@code Mercy Clinic Parma}.
 */
final class Facilities {

	private static final int MAX_TOKENS = 9;

	/** Ordinary words that do begin the name of a place. */
	private static final Set<String> OPENING = Set.of("good", "new", "first", "child", "children", "home", "our", "st",
			"mount", "mt", "saint", "holy", "sacred", "all", "fort", "ft", "lake", "north", "south", "east", "west");

	/** Ordinary words that name hospitals. */
	private static final Set<String> NAMING = Set.of("samaritan", "mercy", "providence", "sinai", "baptist",
			"methodist", "presbyterian", "lutheran", "adventist", "trinity", "deaconess", "saint", "st", "holy",
			"sacred", "hope", "grace", "veterans", "evangelical", "regional", "county", "memorial", "valley", "hills",
			"lakeside", "riverside", "hillside", "unity", "legacy", "heritage", "liberty", "sunrise", "summit",
			"beacon", "harbor", "lakeview", "riverview", "oak", "cedar", "maple", "pine", "elm", "willow", "bay",
			"coastal", "mission");

	private final Words words;

	private final Document document;

	private final Gazetteer gazetteer;

	private final Findings findings;

	Facilities(Words words, Gazetteer gazetteer, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.gazetteer = gazetteer;
		this.findings = findings;
	}

	/**
	 * Look for a facility whose noun starts at a token; gives the token to go on from.
	 */
	int at(int noun) {
		if (!this.words.in(noun, Words.LEXICAL | Gazetteer.FACILITY)) {
			return noun;
		}
		int end = endOfNoun(noun);
		if (end == noun || (!this.words.isFlat(noun) && !this.document.capitalised(noun))) {
			return noun;
		}
		int of = of(end);
		if (of > end && !this.words.isFlat(noun)) {
			this.findings.add(noun, of, EntityType.LOCATION, 0.85);
			return of;
		}
		int first = first(noun);
		if (first == noun || !isNamed(first, noun)) {
			return noun;
		}
		int last = withCity(end);
		this.findings.add(first, last, EntityType.LOCATION, 0.88);
		return last;
	}

	/** {@code University of Alabama at Birmingham}. */
	private int of(int end) {
		int at = this.document.is(end + 1, "the") ? end + 2 : end + 1;
		if (!this.document.is(end, "of") || !this.words.looksProper(at) || this.words.isStop(at)
				|| this.words.in(at, Gazetteer.CLINICAL)) {
			return end;
		}
		int last = at;
		while (last < at + 4 && this.words.looksProper(last) && !this.document.startsLine(last)) {
			last = this.words.endOfUnit(last);
		}
		return last;
	}

	/** The longest noun of up to three words, and further nouns behind it. */
	private int endOfNoun(int noun) {
		int end = phrase(noun);
		int next = (end > noun) ? phrase(end) : end;
		return (next > end && !this.words.isFlat(end) && this.document.capitalised(end)) ? next : end;
	}

	private int phrase(int at) {
		String one = this.document.folded(at);
		if (one.isEmpty() || this.document.kind(at) != TokenKind.WORD) {
			return at;
		}
		if (this.words.in(at, Gazetteer.STARTS_PHRASE)) {
			String two = one + " " + this.document.folded(at + 1);
			if (isNoun(two + " " + this.document.folded(at + 2))) {
				return at + 3;
			}
			if (isNoun(two)) {
				return at + 2;
			}
		}
		return isNoun(one) ? at + 1 : at;
	}

	private boolean isNoun(String phrase) {
		return (this.gazetteer.listsOf(phrase) & Gazetteer.FACILITY) != 0;
	}

	private int first(int noun) {
		int first = noun;
		for (int at = noun - 1; at >= noun - MAX_TOKENS && !this.document.startsLine(at + 1); at--) {
			if (isNameWord(at)) {
				first = at;
			}
			else if (!isInner(at)) {
				break;
			}
		}
		return first;
	}

	private boolean isNameWord(int at) {
		if (!this.words.looksProper(at) || this.words.in(at, Gazetteer.TITLE) && !this.document.is(at, "st")) {
			return false;
		}
		if (this.words.isFlat(at)) {
			return !(this.words.in(at, Gazetteer.STOP | Gazetteer.VERB | Gazetteer.RELATIVE | Gazetteer.TITLE)
					&& !OPENING.contains(this.document.folded(at)));
		}
		boolean stop = this.words.in(at, Gazetteer.STOP) && !OPENING.contains(this.document.folded(at));
		return !stop && !this.words.in(at, Gazetteer.LABEL);
	}

	/** What may stand inside such a name: {@code St. Mary's}, {@code Lady of Mercy}. */
	private boolean isInner(int at) {
		if (this.document.symbolOf(at, "'’-&")) {
			return true;
		}
		if (this.document.symbol(at, '.')) {
			return this.document.is(at - 1, "st") || this.document.is(at - 1, "mt") || this.document.is(at - 1, "ft");
		}
		boolean possessive = this.document.is(at, "s") && this.document.symbolOf(at - 1, "'’");
		boolean linking = !this.words.isFlat(at) && (this.document.is(at, "of") || this.document.is(at, "and"))
				&& this.document.capitalised(at - 1) && this.document.capitalised(at + 1)
				&& this.words.in(at - 1, Words.LEXICAL);
		return possessive || linking;
	}

	/** Whether some word before the noun is more than a branch of medicine. */
	private boolean isNamed(int first, int noun) {
		for (int i = first; i < noun; i++) {
			boolean generic = this.words.in(i, Gazetteer.CLINICAL | Gazetteer.FACILITY | Gazetteer.ORGANISATION)
					|| this.document.kind(i) != TokenKind.WORD || this.document.length(i) < 2;
			boolean telling = NAMING.contains(this.document.folded(i)) || this.words.in(i, Words.KNOWN | Gazetteer.CITY)
					|| !this.words.in(i, Words.LEXICAL);
			if (!generic && (telling || !this.words.isFlat(i)) && !isOrdinaryFlat(i)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * In lower case a common word that is a rare name too tells nothing:
	 * {@code pain clinic}.
	 */
	private boolean isOrdinaryFlat(int i) {
		return this.words.isFlat(i) && this.words.in(i, Gazetteer.COMMON_WORD)
				&& !NAMING.contains(this.document.folded(i))
				&& !this.words.in(i, Gazetteer.CITY | Gazetteer.FIRST_NAME);
	}

	/** {@code Mercy Clinic Stevens Point}. */
	private int withCity(int end) {
		StringBuilder phrase = new StringBuilder();
		int last = end;
		for (int i = end; i < end + 3 && this.words.looksProper(i) && !this.document.startsLine(i); i++) {
			phrase.append(phrase.isEmpty() ? "" : " ").append(this.document.folded(i));
			if ((this.gazetteer.listsOf(phrase.toString()) & Gazetteer.CITY) != 0 && !this.words.isStop(i)) {
				last = i + 1;
			}
		}
		return last;
	}

}
