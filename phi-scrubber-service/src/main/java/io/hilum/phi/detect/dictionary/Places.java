package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.pattern.States;

/**
 * Finds cities and counties by list, by the state behind them and by the words before
 * them. States and countries stay.
 */
final class Places {

	private static final int MAX_WORDS = 4;

	/** How sure a rule has to be for the tagger to leave it alone. */
	private static final double TOLD = 0.83;

	private static final int ZIP = 5;

	private static final int ROUND = 1000;

	private static final Set<String> COUNTED = Set.of("units", "patients", "people", "residents", "dollars", "copies",
			"cells", "beds", "visits", "cases", "feet", "mg", "ml", "mcg", "steps", "hours", "miles", "claims");

	private static final Set<String> PREPOSITIONS = Set.of("in", "from", "near", "to", "at", "around", "outside", "of",
			"via", "toward", "towards");

	private static final Set<String> DWELLING = Set.of("lives", "live", "lived", "living", "resides", "reside",
			"residing", "moved", "resident", "native", "born", "raised", "hometown", "travels", "traveled", "travelled",
			"relocated", "grew", "visiting", "from", "retired", "transferred", "located", "based", "hails");

	private static final Set<String> COUNTIES = Set.of("county", "parish", "borough", "township");

	private final Words words;

	private final Document document;

	private final Gazetteer gazetteer;

	private final Findings findings;

	Places(Words words, Gazetteer gazetteer, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.gazetteer = gazetteer;
		this.findings = findings;
	}

	/** Look for a place that starts at a token; gives the token to go on from. */
	int at(int i) {
		if (!this.words.looksProper(i) || (this.document.joined(i - 1) && this.document.symbolOf(i - 1, "-'’_/@."))) {
			return i;
		}
		int end = county(i);
		int listed = (end > i) ? end : longestCity(i);
		end = (end > i) ? end : beforeZip(i, listed);
		end = (end > i) ? end : beforeState(i);
		return (end > i) ? end : city(i, listed);
	}

	private int county(int i) {
		for (int end = i + 1; end <= i + 3 && this.words.looksProper(end - 1); end++) {
			if (COUNTIES.contains(this.document.folded(end)) && this.words.looksProper(end)) {
				boolean listed = (this.gazetteer.listsOf(phrase(i, end + 1)) & Gazetteer.COUNTY) != 0;
				boolean proper = !this.words.isFlat(i) && !this.words.isStop(i) && end == i + 1;
				return listed || proper ? add(i, end + 1, 0.85) : i;
			}
		}
		return i;
	}

	/** {@code toledo 43612}, {@code from el cajon, ca 92020}. */
	private int beforeZip(int i, int end) {
		if (end == i) {
			return i;
		}
		int state = this.document.symbol(end, ',') ? end + 1 : end;
		int zip = States.end(this.document, state);
		boolean behindState = zip > state;
		zip = this.document.symbol(zip, ',') ? zip + 1 : zip;
		boolean number = this.document.length(zip) == ZIP && this.document.value(zip) >= 0
				&& !this.document.startsLine(zip) && !this.document.symbolOf(zip - 1, "-/.:#");
		boolean part = this.document.joined(zip) && this.document.symbolOf(zip + 1, "/.%:")
				&& this.document.alphanumeric(zip + 2);
		if (!number || part) {
			return i;
		}
		boolean placed = PREPOSITIONS.contains(this.document.folded(i - 1));
		boolean ordinary = this.words.in(i, Words.LEXICAL | Gazetteer.CLINICAL | Gazetteer.STOP) && end == i + 1;
		boolean counted = this.document.value(zip) % ROUND == 0 || COUNTED.contains(this.document.folded(zip + 1));
		if (!behindState && (counted || (ordinary && !placed))) {
			return i;
		}
		add(i, end, TOLD);
		return add(zip, zip + 1, TOLD);
	}

	/** The token after a city in the lists that starts here, or the same token. */
	int listed(int i) {
		return longestCity(i);
	}

	/** {@code Elyria, OH}. */
	private int beforeState(int i) {
		if (this.words.isFlat(i) || this.words.isStop(i) && !this.document.is(i, "new")) {
			return i;
		}
		int end = i;
		for (int at = i; at < i + MAX_WORDS && isCityWord(at); at++) {
			int next = at + 1;
			int state = this.document.symbol(next, ',') ? next + 1 : next;
			end = next;
			if (States.isState(this.document, state) && !this.document.startsLine(state)
					&& (state > next || this.document.upperCase(state)) && isCode(state, next)) {
				return isOnlyState(i, end) ? i : add(i, end, 0.9);
			}
		}
		return i;
	}

	/** Without a comma only a code in capitals tells. */
	private boolean isCode(int state, int next) {
		return state > next ? this.document.upperCase(state) || this.document.length(state) > 2
				: this.document.length(state) == 2
						&& (this.words.in(next - 1, Gazetteer.CITY) || this.document.digits(state + 1) == 5);
	}

	private boolean isOnlyState(int first, int end) {
		return States.end(this.document, first) == end && !this.document.upperCase(end + 1);
	}

	private boolean isCityWord(int at) {
		boolean joint = this.document.symbolOf(at, ".-'’") && this.document.joined(at - 1);
		return joint || (this.words.looksProper(at) && !this.document.startsLine(at + 1)
				&& !this.words.in(at, Gazetteer.CREDENTIAL | Gazetteer.DRUG) | this.words.in(at, Gazetteer.CITY));
	}

	private int city(int i, int end) {
		boolean placed = PREPOSITIONS.contains(this.document.folded(i - 1)) && !this.document.startsLine(i);
		boolean dwelling = isDwelling(i - 1);
		if (end == i) {
			return dwelling ? unlisted(i) : i;
		}
		if (this.words.isEponymBefore(end) || isJoinedOn(end)) {
			return i;
		}
		boolean state = States.endsAt(this.document, end) && States.isState(this.document, i);
		boolean country = (this.gazetteer.listsOf(phrase(i, end)) & Gazetteer.COUNTRY) != 0;
		if ((state || country) && !dwellingStreet(i)) {
			return i;
		}
		return isTold(i, end, placed, dwelling) ? add(i, end, placed ? 0.8 : 0.68) : i;
	}

	/** {@code Stevens} of {@code Stevens-Johnson} is no city. */
	private boolean isJoinedOn(int end) {
		return this.document.joined(end - 1) && this.document.symbolOf(end, "-'’_/@") && this.document.joined(end)
				&& this.document.kind(end + 1) == TokenKind.WORD && !this.document.is(end + 1, "s");
	}

	private boolean dwellingStreet(int i) {
		return this.document.is(i - 1, "in") && this.document.digits(i - 2) > 0;
	}

	private boolean isTold(int i, int end, boolean placed, boolean dwelling) {
		boolean several = end > i + 1;
		boolean ordinary = this.words.in(i, Words.LEXICAL | Gazetteer.CLINICAL | Gazetteer.STOP | Gazetteer.DRUG
				| Gazetteer.EPONYM | Gazetteer.ORGANISATION | Gazetteer.LABEL | Gazetteer.VERB);
		boolean function = this.words.in(i, Gazetteer.STOP | Gazetteer.CLINICAL | Gazetteer.RELATIVE);
		if (this.words.isFlat(i)) {
			if (several) {
				return placed || !ordinary;
			}
			return !function && ((dwelling && !this.words.in(i, Gazetteer.VERB))
					|| (placed && !ordinary && !this.document.is(i - 1, "of") && !this.document.is(i - 1, "to")));
		}
		if (several) {
			return placed || !ordinary || !this.words.startsSentence(i);
		}
		boolean followedByName = this.words.looksProper(end) && this.words.in(end, Words.KNOWN)
				&& !this.words.in(end, Words.LEXICAL);
		if (placed && !followedByName) {
			boolean weak = this.document.is(i - 1, "of") || this.document.is(i - 1, "to")
					|| this.document.is(i - 1, "at");
			return !function && (dwelling || !ordinary || (!weak && !this.document.upperCase(i)))
					&& !(weak && this.words.in(i, Gazetteer.FIRST_NAME));
		}
		return !ordinary && !this.words.in(i, Words.KNOWN) && !this.document.upperCase(i);
	}

	/** A place in no list, where the words before say that somebody lives there. */
	private int unlisted(int i) {
		if (this.words.isFlat(i) || !isForeign(i)) {
			return i;
		}
		int end = this.words.endOfUnit(i);
		while (end < i + 6 && this.words.looksProper(end) && isForeign(end) && !this.document.startsLine(end)) {
			end = this.words.endOfUnit(end);
		}
		boolean country = this.words.in(i, Gazetteer.COUNTRY)
				|| (this.gazetteer.listsOf(phrase(i, end)) & Gazetteer.COUNTRY) != 0;
		return country || States.isState(this.document, i) ? i : add(i, end, 0.7);
	}

	private boolean isForeign(int i) {
		return !this.words.isOther(i) && !this.words.in(i, Gazetteer.FACILITY | Gazetteer.LABEL)
				&& !this.document.upperCase(i) && this.document.length(i) > 2;
	}

	private boolean isDwelling(int preposition) {
		if (!PREPOSITIONS.contains(this.document.folded(preposition))) {
			return false;
		}
		return this.document.is(preposition, "from") && !this.words.isOther(preposition + 1)
				|| DWELLING.contains(this.document.folded(preposition - 1))
				|| DWELLING.contains(this.document.folded(preposition - 2));
	}

	private int longestCity(int i) {
		int best = i;
		StringBuilder phrase = new StringBuilder();
		int parts = 0;
		for (int at = i; at < i + 2 * MAX_WORDS && parts < MAX_WORDS; at++) {
			boolean joint = at > i && this.document.symbolOf(at, "-'’.") && this.document.joined(at - 1);
			if (joint) {
				if (!this.document.symbol(at, '.')) {
					phrase.append(this.document.symbol(at, '-') ? '-' : '\'');
				}
				else {
					phrase.append('.');
				}
				continue;
			}
			if (!this.words.looksProper(at) || (at > i && this.document.startsLine(at))) {
				break;
			}
			boolean glued = at > i && this.document.joined(at - 1);
			phrase.append((phrase.isEmpty() || glued) ? "" : " ").append(this.document.folded(at));
			parts++;
			if ((this.gazetteer.listsOf(phrase) & Gazetteer.CITY) != 0) {
				best = at + 1;
			}
		}
		return best;
	}

	private String phrase(int first, int end) {
		StringBuilder phrase = new StringBuilder();
		for (int i = first; i < end; i++) {
			boolean glued = i > first && this.document.joined(i - 1);
			phrase.append((phrase.isEmpty() || glued) ? "" : " ");
			phrase.append((this.document.kind(i) == TokenKind.SYMBOL)
					? this.document.text().substring(this.document.start(i), this.document.end(i))
					: this.document.folded(i));
		}
		return phrase.toString();
	}

	private int add(int first, int end, double score) {
		this.findings.add(first, end, EntityType.LOCATION, score);
		return end;
	}

}
