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
 * Finds street addresses with their unit, city and ZIP, post boxes, and ZIP codes. The
 * first three digits of a ZIP stay where they stand alone, but for those of fewer than
 * 20,000 people (45 CFR 164.514(b)(2)(i)(B), census of 2000).
 */
final class AddressDetector implements Detector {

	private static final int MAX_STREET_WORDS = 6;

	/** How many tokens before a number somebody may speak of a ZIP. */
	private static final int ZIP_REACH = 5;

	private static final Set<String> DIRECTIONS = Set.of("n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south",
			"east", "west", "northeast", "northwest", "southeast", "southwest");

	private static final Set<String> SUFFIXES = Set.of("st", "street", "ave", "avenue", "av", "rd", "road", "blvd",
			"boulevard", "ln", "lane", "dr", "drive", "ct", "court", "way", "pl", "place", "ter", "terrace", "cir",
			"circle", "pkwy", "parkway", "hwy", "highway", "sq", "square", "trl", "trail", "loop", "run", "row", "pike",
			"alley", "plaza", "crossing", "xing", "path", "walk", "expressway", "turnpike", "broadway", "freeway",
			"cove", "bend", "point", "ridge", "hollow", "landing", "commons", "green", "glen", "manor", "heights",
			"vista", "calle", "parade", "mews", "crescent", "quay", "gardens", "grove", "strand");

	/** Kinds of streets that come before the name. */
	private static final Set<String> PREFIXES = Set.of("rue", "calle", "avenida", "camino", "paseo", "via", "rua",
			"avenue", "place", "plaza", "carrera", "boulevard", "highway", "interstate");

	/** Small words within the name of a street. */
	private static final Set<String> PARTICLES = Set.of("de", "la", "las", "los", "del", "el", "da", "do", "dos", "das",
			"du", "des", "le");

	/** Roads that have a number for a name, and who owns them. */
	private static final Set<String> ROADS = Set.of("road", "rd", "route", "rt", "rte", "highway", "hwy", "fm", "cr",
			"sr", "interstate");

	private static final Set<String> OWNERS = Set.of("county", "state", "us", "old", "co", "rural", "township", "cty",
			"forest");

	private static final Set<String> UNITS = Set.of("apt", "apartment", "suite", "ste", "unit", "floor", "fl", "bldg",
			"building", "room", "rm", "lot", "trailer", "spc", "space", "no", "piso", "penthouse", "ph");

	private static final Set<String> NOT_STREETS = Set.of("mg", "mcg", "ml", "units", "tablets", "tablet", "days",
			"weeks", "months", "years", "year", "yo", "hours", "hour", "and", "or", "the", "with", "was", "is", "by",
			"at", "for", "to", "from", "her", "his", "he", "she", "i", "patient", "daily", "times", "per", "in", "md",
			"percent", "on", "that", "has", "had", "placed", "seen", "minutes", "of", "pack", "bid", "tid", "zip");

	/** Words before a number that no house has. */
	private static final Set<String> COUNTING = Set.of("day", "pod", "hd", "grade", "stage", "type", "class", "week",
			"times", "age", "dose", "phase", "cycle", "step", "hour");

	private static final Set<String> CITY_LABELS = Set.of("city", "town");

	private static final Set<String> STATE_LABELS = Set.of("st", "state");

	private static final Set<String> NEAR = Set.of("near", "in", "zip", "zipcode", "around", "from", "at", "area");

	private static final Set<String> WARDS = Set.of("or", "icu", "micu", "sicu", "ccu", "nicu", "picu", "cvicu", "pacu",
			"ed", "er", "ob", "tele", "pcu");

	private static final Set<String> COUNTED = Set.of("mg", "mcg", "ml", "units", "tablets", "tablet", "tabs", "days",
			"weeks", "months", "years", "hours", "minutes", "beds", "patients", "visits", "percent", "times", "puffs");

	private static final Set<String> BEDS = Set.of("a", "b", "c", "d", "1", "2", "3", "4");

	private static final Set<String> RESTRICTED_ZIP3 = Set.of("036", "059", "063", "102", "203", "556", "692", "790",
			"821", "823", "830", "831", "878", "879", "884", "890", "893");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "address");
		for (int i = 0; i < document.size(); i++) {
			int end = street(document, i);
			end = (end > 0) ? end : PostBoxes.end(document, i);
			if (end > 0) {
				findings.add(i, end, EntityType.LOCATION, 0.9);
				i = afterStreet(document, end, findings) - 1;
			}
			else if (OWNERS.contains(document.folded(i)) && numberedRoad(document, i) > 0 && !document.is(i, "old")) {
				findings.add(i, numberedRoad(document, i), EntityType.LOCATION, 0.85);
			}
			else {
				zip(document, i, findings);
				ward(document, i, findings);
			}
		}
		return findings.spans();
	}

	/** {@code 1672 W. Washington Lane NE, Apt. 7}: the token after it, or -1. */
	private static int street(Document document, int i) {
		if (!isHouse(document, i)) {
			return -1;
		}
		int at = afterHalf(document, i + 1);
		at = direction(document, at);
		if (document.symbolOf(at, "#") || document.startsLine(at)) {
			return -1;
		}
		int numbered = numberedRoad(document, at);
		if (numbered > 0) {
			return unit(document, direction(document, numbered));
		}
		if (document.is(at, "old") && document.symbolOf(at - 1, "-")) {
			return -1;
		}
		if (PREFIXES.contains(document.folded(at)) && (PARTICLES.contains(document.folded(at + 1))
				|| (document.capitalised(at) && document.capitalised(at + 1)))) {
			return unit(document, afterNames(document, at + 1));
		}
		int words = 0;
		while (words < MAX_STREET_WORDS && isStreetWord(document, at)) {
			boolean last = words > 0 && isSuffix(document, at) && !isSuffix(document, afterDot(document, at + 1));
			boolean alone = words == 0 && isWholeStreet(document, at);
			if (last || alone) {
				return unit(document, direction(document, afterDot(document, at + 1)));
			}
			at = afterDot(document, at + 1);
			words++;
		}
		return -1;
	}

	/**
	 * {@code County Road 12}, {@code Rt. 9W}, {@code Farm to Market Rd 1960}: the token
	 * after it, or -1.
	 */
	private static int numberedRoad(Document document, int first) {
		int at = first;
		if (document.is(at, "farm") && document.is(at + 1, "to") && document.is(at + 2, "market")) {
			at += 3;
		}
		else if (OWNERS.contains(document.folded(at))) {
			at++;
		}
		boolean market = at == first + 3 && document.digits(at) > 0;
		if ((!ROADS.contains(document.folded(at)) && !market) || document.startsLine(at)) {
			return -1;
		}
		at = market ? at : document.symbol(at + 1, '.') ? at + 2 : at + 1;
		boolean number = document.digits(at) > 0 && document.length(at) <= 5 && !document.startsLine(at);
		return number && Character.isDigit(document.folded(at).charAt(0)) ? at + 1 : -1;
	}

	/** The words of a street whose kind comes first: {@code 15 Rue Saint-Jacques}. */
	private static int afterNames(Document document, int first) {
		int at = first;
		while (at < first + 6 && !document.startsLine(at) && (document.capitalised(at)
				|| (at > first && PARTICLES.contains(document.folded(at - 1)) && document.kind(at) == TokenKind.WORD)
				|| PARTICLES.contains(document.folded(at)) || (document.symbolOf(at, "-'’") && document.joined(at)))) {
			at++;
		}
		return at;
	}

	private static boolean isHouse(Document document, int i) {
		boolean number = (document.kind(i) == TokenKind.NUMBER && document.length(i) <= 6)
				|| (document.kind(i) == TokenKind.MIXED && document.length(i) <= 6
						&& document.digits(i) >= document.length(i) - 1
						&& Character.isDigit(document.folded(i).charAt(0)));
		boolean fraction = document.joined(i - 1) && document.symbolOf(i - 1, "/.-") && document.digits(i - 2) > 0;
		return number && !fraction && !document.joined(i) && !COUNTING.contains(document.folded(i - 1));
	}

	private static int afterHalf(Document document, int i) {
		return document.is(i, "1") && document.symbol(i + 1, '/') && document.is(i + 2, "2") ? i + 3 : i;
	}

	private static int direction(Document document, int i) {
		if (DIRECTIONS.contains(document.folded(i)) && !document.startsLine(i)) {
			return afterDot(document, i + 1);
		}
		return i;
	}

	/** The token after the dot of an abbreviation, such as that of {@code St.}. */
	private static int afterDot(Document document, int i) {
		return document.symbol(i, '.') && document.joined(i - 1) && document.length(i - 1) <= 4 && !document.joined(i)
				&& document.kind(i + 1) != TokenKind.NONE ? i + 1 : i;
	}

	private static boolean isStreetWord(Document document, int i) {
		if (document.startsLine(i) || NOT_STREETS.contains(document.folded(i))) {
			return false;
		}
		if (document.symbolOf(i, "'’-") && document.joined(i - 1) && document.joined(i)) {
			return true;
		}
		return document.kind(i) == TokenKind.WORD || Calendar.isOrdinalDay(document, i)
				|| (document.kind(i) == TokenKind.MIXED && document.length(i) <= 5)
				|| (document.kind(i) == TokenKind.NUMBER && document.length(i) <= 4 && isSuffix(document, i - 1));
	}

	private static boolean isSuffix(Document document, int i) {
		return SUFFIXES.contains(document.folded(i)) && !document.startsLine(i);
	}

	/** {@code 12 Broadway}, {@code 4 Highway 61}. */
	private static boolean isWholeStreet(Document document, int i) {
		return document.is(i, "broadway") || (document.is(i, "highway") && document.digits(i + 1) > 0)
				|| (document.is(i, "route") && document.digits(i + 1) > 0);
	}

	private static int unit(Document document, int end) {
		int dot = document.symbol(end, '.') && document.joined(end) && document.symbol(end + 1, ',') ? end + 1 : end;
		int at = document.symbol(dot, ',') ? dot + 1 : dot;
		boolean named = UNITS.contains(document.folded(at));
		if (!named && !document.symbol(at, '#')) {
			return number(document, end);
		}
		at = document.symbol(at + 1, '.') ? at + 2 : at + 1;
		at = document.symbol(at, '#') ? at + 1 : at;
		Chunk chunk = Chunk.at(document, at, "-");
		boolean letter = document.length(at) == 1 && document.capitalised(at);
		return chunk.digits() > 0 || letter || (chunk.length() == 1 && named) ? chunk.end() : end;
	}

	/** The number of a highway. */
	private static int number(Document document, int end) {
		boolean highway = Set.of("highway", "hwy", "route").contains(document.folded(end - 1));
		return highway && document.digits(end) > 0 && document.length(end) <= 4 ? end + 1 : end;
	}

	/** The city and ZIP that follow a street; gives the token to go on from. */
	private static int afterStreet(Document document, int end, Findings findings) {
		int at = end;
		while (at < end + 2 && (document.symbolOf(at, ",;") || document.is(at, "in"))) {
			at++;
		}
		boolean label = CITY_LABELS.contains(document.folded(at)) && document.capitalised(at + 1)
				&& !document.startsLine(at + 1);
		at = label ? at + 1 : at;
		at = label && document.symbol(at, ':') ? at + 1 : at;
		int city = at;
		while (city < at + 5 && isCityWord(document, city, at) && (city == at || !document.startsLine(city))
				&& !States.isState(document, city)) {
			city++;
		}
		int state = document.symbol(city, ',') ? city + 1 : city;
		if (label && city > at + 1 && STATE_LABELS.contains(document.folded(city - 1))) {
			city--;
		}
		int afterState = States.end(document, state);
		boolean named = city > at && (afterState > state || isZip(document, state)
				|| (document.is(at - 1, "in") && document.capitalised(at)));
		if (!named) {
			boolean in = document.is(at - 1, "in") && city > at;
			if (in) {
				findings.add(at, Math.min(city, at + 1), EntityType.LOCATION, 0.8);
			}
			return end;
		}
		findings.add(at, city, EntityType.LOCATION, 0.92);
		int zip = document.symbolOf(afterState, ",") || document.is(afterState, "zip") ? afterState + 1 : afterState;
		if (isZip(document, zip)) {
			findings.add(zip, endOfZip(document, zip), EntityType.LOCATION, 0.93);
			return endOfZip(document, zip);
		}
		return afterState;
	}

	private static boolean isCityWord(Document document, int i, int first) {
		boolean joint = i > first && document.joined(i - 1) && (document.symbolOf(i, "-'’")
				|| (document.symbol(i, '.') && document.length(i - 1) <= 3 && document.kind(i + 1) == TokenKind.WORD));
		return joint || (document.kind(i) == TokenKind.WORD && !NOT_STREETS.contains(document.folded(i)));
	}

	/** {@code 43848 or 43659}: two numbers, and no ZIP in Oregon. */
	private static boolean isAlternative(Document document, int i) {
		return document.is(i - 1, "or") && !document.upperCase(i - 1) && document.digits(i - 2) > 0;
	}

	private static void zip(Document document, int i, Findings findings) {
		if (isZipPlus4(document, i)) {
			findings.add(i, i + 3, EntityType.LOCATION, 0.8);
		}
		else if (isZip(document, i) && !isAlternative(document, i)
				&& (States.endsAt(document, i) || NEAR.contains(document.folded(i - 1)) || isAskedFor(document, i))) {
			findings.add(i, i + 1, EntityType.LOCATION, 0.8);
		}
		else if (document.is(i, "zip3") || document.is(i, "zip-3") || document.is(i, "zcta3")) {
			int at = document.symbolOf(i + 1, ":=") ? i + 2 : i + 1;
			if (RESTRICTED_ZIP3.contains(document.folded(at))) {
				findings.add(at, at + 1, EntityType.LOCATION, 0.95);
			}
		}
	}

	/** {@code the zip she gave is 73301}. */
	private static boolean isAskedFor(Document document, int zip) {
		for (int i = zip - 1; i >= zip - ZIP_REACH; i--) {
			if (document.is(i, "zip") || document.is(i, "zipcode")) {
				return !document.startsLine(zip);
			}
			if (document.kind(i) != TokenKind.WORD && !document.symbol(i, ':')) {
				return false;
			}
		}
		return false;
	}

	/**
	 * Rooms and beds by their form or the ward before: {@code 4W86}, {@code 4052-B},
	 * {@code OR 12}.
	 */
	private static void ward(Document document, int i, Findings findings) {
		int digits = document.digits(i);
		if (digits < 1 || (document.joined(i - 1) && document.symbolOf(i - 1, "-_./:#"))) {
			return;
		}
		boolean number = document.kind(i) == TokenKind.NUMBER && document.length(i) <= 4;
		boolean theatre = digits == 1 && document.is(i - 1, "or") && isTheatre(document, i);
		if (digits < 2 && !theatre) {
			return;
		}
		boolean lettered = document.kind(i) == TokenKind.MIXED && isRoomOfWing(document.folded(i));
		boolean bed = (number || lettered) && document.joined(i) && document.symbol(i + 1, '-')
				&& document.joined(i + 1) && BEDS.contains(document.folded(i + 2)) && document.length(i) >= 3
				&& !(document.joined(i + 2) && document.symbolOf(i + 3, "-_/"));
		boolean cell = bed && document.symbolOf(i - 1, "|([*")
				&& !(document.joined(i - 1) && document.symbol(i - 1, '|')) && document.symbolOf(i + 3, "|)]*");
		if (bed && (lettered || cell || document.capitalised(i + 2))) {
			findings.add(i, i + 3, EntityType.LOCATION, 0.6);
		}
		else if ((lettered || isRoomWithBed(document, i)) && !continues(document, i)) {
			findings.add(i, i + 1, EntityType.LOCATION, 0.6);
		}
		else if ((number || lettered) && document.upperCase(i - 1) && WARDS.contains(document.folded(i - 1))
				&& !COUNTED.contains(document.folded(i + 1)) && !continues(document, i)) {
			findings.add(i, i + 1, EntityType.LOCATION, 0.6);
		}
	}

	/** {@code in OR 7}, but no {@code PAIN OR 7 DAYS}: words of small letters around. */
	private static boolean isTheatre(Document document, int i) {
		boolean cell = document.startsLine(i + 1) || document.symbolOf(i + 1, "|,;.)");
		boolean led = Set.of("in", "to", "from", "into").contains(document.folded(i - 2)) || !document.joined(i - 2);
		return cell && led && document.upperCase(i - 1) && !document.upperCase(i - 2);
	}

	/** {@code in 18A}: a number of two digits or more and the letter of a bed. */
	private static boolean isRoomWithBed(Document document, int i) {
		String folded = document.folded(i);
		boolean form = document.kind(i) == TokenKind.MIXED && folded.length() >= 3 && folded.length() <= 5
				&& document.digits(i) == folded.length() - 1 && "abef".indexOf(folded.charAt(folded.length() - 1)) >= 0;
		return form && Set.of("in", "to", "from", "into").contains(document.folded(i - 1))
				&& !COUNTED.contains(document.folded(i + 1));
	}

	private static boolean continues(Document document, int i) {
		return document.joined(i) && document.symbolOf(i + 1, "-_/.:%") && document.joined(i + 1)
				&& document.alphanumeric(i + 2);
	}

	/** {@code 4w86}: floor, wing, number. */
	private static boolean isRoomOfWing(String folded) {
		int wing = folded.length() - 3;
		return wing >= 1 && wing <= 2 && "nsew".indexOf(folded.charAt(wing)) >= 0 && Character.isDigit(folded.charAt(0))
				&& Character.isDigit(folded.charAt(wing - 1)) && Character.isDigit(folded.charAt(wing + 1))
				&& Character.isDigit(folded.charAt(wing + 2));
	}

	private static boolean isZip(Document document, int i) {
		boolean part = document.joined(i - 1) && document.symbolOf(i - 1, "-/._");
		return document.kind(i) == TokenKind.NUMBER && document.length(i) == 5 && !part;
	}

	private static boolean isZipPlus4(Document document, int i) {
		boolean plus = isZip(document, i) && document.joined(i) && document.symbolOf(i + 1, "-‑–")
				&& document.joined(i + 1) && document.kind(i + 2) == TokenKind.NUMBER && document.length(i + 2) == 4;
		return plus && !(document.joined(i + 2) && document.symbolOf(i + 3, "-_/") && document.digits(i + 4) > 0);
	}

	private static int endOfZip(Document document, int i) {
		return isZipPlus4(document, i) ? i + 3 : i + 1;
	}

}
