package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.pattern.Calendar;
import io.hilum.phi.detect.pattern.States;

/**
 * Finds houses in streets that are written without a word such as <em>street</em>, by the
 * direction before the name, the flat behind it, the words that say that somebody lives
 * there, or the town: {@code 417 w oak}, {@code lives at 9 linden}, {@code 12 Garrick,
 * Unit 4}.
 */
final class BareStreets {

	private static final double SCORE = 0.83;

	private static final int LONGEST_HOUSE = 5;

	private static final int MAX_NAMES = 3;

	/** How many tokens before a house somebody may say that it is one. */
	private static final int REACH = 7;

	private static final Set<String> SHORT_DIRECTIONS = Set.of("n", "s", "e", "w", "ne", "nw", "se", "sw");

	private static final Set<String> LONG_DIRECTIONS = Set.of("north", "south", "east", "west", "northeast",
			"northwest", "southeast", "southwest", "no", "so");

	private static final Set<String> UNITS = Set.of("apt", "apartment", "unit", "ste", "suite", "apt#");

	/** Words with a capital before another that begin the names of streets. */
	private static final Set<String> OPENING = Set.of("old", "new", "saint", "mount", "fort", "lake", "grand", "upper",
			"lower", "little", "big", "north", "south", "east", "west");

	private static final Set<String> FLOORS = Set.of("floor", "fl", "flr");

	private static final Set<String> SIDES = Set.of("front", "rear", "left", "right", "back");

	/** Words that say that what follows is where somebody is at home. */
	private static final Set<String> DWELLING = Set.of("address", "addr", "addresses", "lives", "live", "lived",
			"living", "resides", "reside", "resided", "residing", "residence", "stays", "stay", "staying", "stayed",
			"moved", "moving", "mailing", "mail", "deliver", "delivered", "delivery", "located", "house", "home",
			"rents", "renting", "evicted", "relocated", "dropped", "picked", "pickup", "apartment", "domicile", "ship",
			"dispatched", "visit");

	private static final Set<String> LINKS = Set.of("at", "on", "to", "from", "is", "near");

	/** Before a house whose name has a capital these are enough. */
	private static final Set<String> WEAK = Set.of("at", "to", "from");

	/** What may follow the name of a street that nothing ends. */
	private static final Set<String> FOLLOWING = Set.of("with", "and", "but", "now", "near", "upstairs", "downstairs",
			"in", "since", "has", "is", "was", "for", "who", "where", "by", "at", "alone", "rear", "upper", "lower",
			"between", "last", "until", "so", "which", "when", "because", "if", "side", "or", "then", "today",
			"tomorrow", "tonight", "again", "please", "pls", "plz", "this", "next", "before", "after");

	/** What no house is counted in. */
	private static final int NO_STREET = Gazetteer.STOP | Gazetteer.DRUG | Gazetteer.CLINICAL | Gazetteer.ORGANISATION
			| Gazetteer.COUNTRY | Gazetteer.RELATIVE | Gazetteer.CREDENTIAL;

	private static final Set<String> MEASURES = Set.of("mg", "mcg", "ml", "units", "unit", "peep", "liter", "litre",
			"meter", "foot", "feet", "people", "men", "women", "children", "mile", "percent", "hour", "day", "week",
			"month", "year", "minute", "dollar", "more", "less", "other", "different", "additional", "extra", "new",
			"half", "hundred", "thousand", "million", "am", "pm", "kg", "lb", "bed", "patient", "gram", "dose", "pack",
			"cup", "french", "gauge", "celsius", "fahrenheit", "drink", "tablet", "pill", "puff", "shot", "visit",
			"session");

	/** Before a number these say that it counts something. */
	private static final Set<String> COUNTING = Set.of("day", "grade", "stage", "type", "class", "week", "age", "dose",
			"phase", "cycle", "step", "hour", "score", "room", "bed", "box", "page", "version", "chapter", "table",
			"figure", "line", "level", "route", "unit", "of", "x", "times", "about", "over", "under", "least", "every");

	private final Words words;

	private final Document document;

	private final Findings findings;

	private final Places places;

	BareStreets(Words words, Places places, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.places = places;
		this.findings = findings;
	}

	/** Look for a house that starts at a token; gives the token to go on from. */
	int at(int i) {
		if (!isHouse(i)) {
			return i;
		}
		int name = afterDirection(i + 1);
		int end = (name > i + 1) ? behindDirection(i, name) : i;
		end = (end > i) ? end : named(i, i + 1);
		if (end == i) {
			return i;
		}
		int unit = unit(end);
		this.findings.add(i, Math.max(unit, end), EntityType.LOCATION, SCORE);
		return city(Math.max(unit, end));
	}

	private boolean isHouse(int i) {
		int digits = this.document.digits(i);
		boolean number = this.document.kind(i) == TokenKind.NUMBER
				|| (this.document.kind(i) == TokenKind.MIXED && digits == this.document.length(i) - 1);
		if (digits == 0 || !number || this.document.length(i) > LONGEST_HOUSE || this.document.joined(i)) {
			return false;
		}
		boolean part = this.document.joined(i - 1) && this.document.symbolOf(i - 1, "-/.:$#<>=%+*&@_");
		char first = this.document.text().charAt(this.document.start(i));
		return !part && first >= '1' && first <= '9' && !COUNTING.contains(this.document.folded(i - 1))
				&& !this.document.startsLine(i + 1);
	}

	private int afterDirection(int i) {
		String word = this.document.folded(i);
		if (!SHORT_DIRECTIONS.contains(word) && !LONG_DIRECTIONS.contains(word)) {
			return i;
		}
		int dot = this.document.symbol(i + 1, '.') && this.document.joined(i) ? i + 2 : i + 1;
		return this.document.joined(dot - 1) || this.document.startsLine(dot) ? i : dot;
	}

	/** {@code 417 w oak}, {@code 1933 N 22nd}: the token after it, or the house. */
	private int behindDirection(int house, int name) {
		boolean told = isTold(house);
		boolean brief = SHORT_DIRECTIONS.contains(this.document.folded(house + 1));
		if (isOrdinal(name)) {
			return brief || told || isUnit(name + 1) ? name + 1 : house;
		}
		boolean number = this.document.kind(name) == TokenKind.NUMBER && this.document.length(name) <= 3;
		if (number) {
			return told || isUnit(name + 1) ? name + 1 : house;
		}
		int end = endOfNames(name);
		if (end == name) {
			return house;
		}
		boolean capital = this.words.isCapital(name);
		boolean certain = isUnit(end) || told;
		boolean plain = this.document.length(house) >= 2 && brief
				&& (capital || !this.words.in(name, Gazetteer.COMMON_WORD | Gazetteer.VERB)
						|| (StreetNames.isUsual(this.document.folded(name)) && isEnd(end)));
		boolean proper = capital && this.document.length(house) >= 2 && isEnd(end) && isKnown(name);
		return certain || plain || proper ? end : house;
	}

	/** {@code lives at 9 linden}, {@code 12 Garrick, Unit 4}. */
	private int named(int house, int name) {
		if (isOrdinal(name)) {
			return isTold(house) && isEnd(name + 1) ? name + 1 : house;
		}
		int end = endOfNames(name);
		if (end == name) {
			return house;
		}
		boolean told = isTold(house);
		boolean flat = this.words.isFlat(name) && !this.document.upperCase(name) && !this.document.symbolOf(end, "#")
				&& !this.document.symbolOf(end + 1, "#");
		if (isUnit(end) && (told || this.words.isCapital(name) || flat)) {
			return end;
		}
		if (!isEnd(end) && !isTown(end)) {
			return house;
		}
		boolean weak = WEAK.contains(this.document.folded(house - 1)) && this.words.isCapital(name)
				&& this.document.length(house) >= 2 && !isYear(house) && isKnown(name);
		boolean town = this.words.isCapital(name) && isTown(end)
				&& (this.document.startsLine(house) || this.document.kind(house - 1) != TokenKind.WORD);
		return told || weak || town ? end : house;
	}

	private boolean isOrdinal(int i) {
		return StreetNames.isOrdinal(this.document, i);
	}

	/** The token after the words of a name; in lower case one, or what a flat follows. */
	private int endOfNames(int first) {
		int end = first;
		while (end < first + MAX_NAMES && isName(end) && (end == first || this.words.isCapital(end))) {
			end++;
		}
		if (end == first + 1 && !this.words.isCapital(first) && isName(end) && (isUnit(end + 1) || isTown(end + 1))
				&& !isUnit(end)) {
			return end + 1;
		}
		return end;
	}

	private boolean isName(int i) {
		String word = this.document.folded(i);
		if (this.document.kind(i) != TokenKind.WORD || word.length() < 3 || this.document.startsLine(i)
				|| MEASURES.contains(word) || UNITS.contains(word) || FOLLOWING.contains(word)) {
			return false;
		}
		boolean name = this.words.in(i, Words.KNOWN | Gazetteer.CITY);
		boolean several = word.endsWith("s") && !word.endsWith("ss") && !name;
		if (isOpening(i)) {
			return true;
		}
		boolean other = this.words.in(i, NO_STREET) || (this.words.in(i, Gazetteer.VERB) && !this.words.isCapital(i));
		boolean joined = this.document.joined(i) && this.document.symbolOf(i + 1, "/_@-:=");
		return !several && !other && !joined && !Calendar.isMonthName(word)
				&& !(this.document.upperCase(i) && !this.words.isFlat(i));
	}

	/** {@code Old} before {@code Ferry}. */
	private boolean isOpening(int i) {
		return OPENING.contains(this.document.folded(i)) && this.words.isCapital(i) && this.words.isCapital(i + 1)
				&& !this.document.startsLine(i + 1);
	}

	/** A word that is a name or in no list. */
	private boolean isKnown(int i) {
		return this.words.in(i, Words.KNOWN | Gazetteer.CITY) || !this.words.in(i, Words.LEXICAL);
	}

	private boolean isYear(int i) {
		int value = this.document.value(i);
		return this.document.length(i) == 4 && value >= 1900 && value < 2100;
	}

	/** Whether the name of a street may end here. */
	private boolean isEnd(int end) {
		return this.document.startsLine(end) || this.document.symbolOf(end, ",.;)(!?\"|–—")
				|| (this.document.symbol(end, '-') && !this.document.joined(end - 1))
				|| FOLLOWING.contains(this.document.folded(end)) || isUnit(end);
	}

	private boolean isUnit(int at) {
		int word = this.document.symbol(at, ',') ? at + 1 : at;
		boolean sign = this.document.symbol(word, '#') || isOrdinal(word);
		return (sign || UNITS.contains(this.document.folded(word))) && unit(at) > at;
	}

	/** The token after the number of a flat or a floor, or the same token. */
	private int unit(int at) {
		int word = this.document.symbol(at, ',') ? at + 1 : at;
		if (isOrdinal(word) && FLOORS.contains(this.document.folded(word + 1))) {
			return SIDES.contains(this.document.folded(word + 2)) ? word + 3 : word + 2;
		}
		boolean named = UNITS.contains(this.document.folded(word));
		if (!named && !this.document.symbol(word, '#')) {
			return at;
		}
		int value = word + 1;
		while (value < word + 3 && this.document.symbolOf(value, ".#")) {
			value++;
		}
		boolean number = this.document.digits(value) > 0 && this.document.length(value) <= LONGEST_HOUSE;
		boolean letter = named && this.document.length(value) == 1 && this.document.kind(value) == TokenKind.WORD;
		return (number || letter) && !this.document.startsLine(value) ? value + 1 : at;
	}

	/** {@code , Lowell}, {@code duluth mn}: whether a town stands behind a street. */
	private boolean isTown(int end) {
		int town = this.document.symbol(end, ',') ? end + 1 : end;
		int last = this.places.listed(town);
		if (last == town || this.document.startsLine(town)) {
			return false;
		}
		int state = this.document.symbol(last, ',') ? last + 1 : last;
		return (town > end && this.words.isCapital(town)) || States.isState(this.document, state)
				|| this.document.digits(state) == 5;
	}

	/** Adds the town behind a street; gives the token to go on from. */
	private int city(int end) {
		if (!isTown(end)) {
			return end;
		}
		int town = this.document.symbol(end, ',') ? end + 1 : end;
		int last = this.places.listed(town);
		this.findings.add(town, last, EntityType.LOCATION, SCORE);
		return last;
	}

	/** Whether words before a house say that somebody is there. */
	private boolean isTold(int house) {
		int link = house - 1;
		boolean linked = LINKS.contains(this.document.folded(link)) || this.document.symbolOf(link, ":@=-–");
		boolean direct = DWELLING.contains(this.document.folded(link)) && !this.document.is(link, "visit");
		if (!linked && !direct) {
			return false;
		}
		for (int i = link; i >= house - REACH; i--) {
			if (DWELLING.contains(this.document.folded(i))) {
				return true;
			}
			if (this.document.symbolOf(i, ".;?!") || this.document.digits(i) > 1) {
				return false;
			}
		}
		return false;
	}

}
