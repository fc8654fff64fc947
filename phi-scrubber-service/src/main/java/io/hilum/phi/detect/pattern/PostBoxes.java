package io.hilum.phi.detect.pattern;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * Where mail is put that is brought to no house: post office boxes, rural and highway
 * contract routes, private boxes, and the boxes of the armed forces.
 */
final class PostBoxes {

	private static final int LONGEST_NUMBER = 6;

	/** A unit of the armed forces has so many digits, a flat fewer. */
	private static final int LEAST_UNIT = 4;

	private static final Set<String> BOXES = Set.of("box", "bx", "drawer", "drwr");

	/** Words that mean a box by themselves. */
	private static final Set<String> WHOLE = Set.of("pobox", "pob", "pmb", "apartado", "apdo", "casilla", "postfach");

	private static final Set<String> ROUTES = Set.of("route", "rt", "rte");

	private static final Set<String> KINDS_OF_ROUTES = Set.of("rural", "star", "contract", "mail");

	/** Short names of routes and of those who bring the mail of the armed forces. */
	private static final Set<String> CARRIERS = Set.of("rr", "rfd", "hc", "hcr", "sr", "psc", "cmr", "unit");

	private static final Set<String> THEATRES = Set.of("ae", "ap", "aa");

	private static final Set<String> MILITARY = Set.of("apo", "fpo", "dpo");

	/** The words with which any of these starts. */
	private static final Set<String> STARTS = Stream
		.of(WHOLE, ROUTES, KINDS_OF_ROUTES, CARRIERS, MILITARY, Set.of("po", "gpo", "p", "post", "r"))
		.flatMap(Set::stream)
		.collect(Collectors.toUnmodifiableSet());

	private PostBoxes() {
	}

	/**
	 * The token after a box, a route or a post office of the armed forces, or -1.
	 */
	static int end(Document document, int i) {
		if (!STARTS.contains(document.folded(i)) || (document.joined(i - 1) && document.symbolOf(i - 1, "-_@."))) {
			return -1;
		}
		int box = office(document, i);
		box = (box > 0) ? box : route(document, i);
		if (box > 0) {
			int military = military(document, document.symbol(box, ',') ? box + 1 : box, false);
			return (military > 0) ? military : box;
		}
		return military(document, i, true);
	}

	/** {@code P.O. Box 12}, {@code post office drawer 7}, {@code pobox 77}. */
	private static int office(Document document, int i) {
		if (WHOLE.contains(document.folded(i))) {
			boolean postal = document.is(i + 1, "postal") || document.is(i + 1, "aereo");
			return number(document, postal ? i + 2 : i + 1);
		}
		int at = -1;
		if (document.is(i, "po") || document.is(i, "gpo")) {
			at = afterDot(document, i + 1);
		}
		else if (document.is(i, "p") && document.is(afterDot(document, i + 1), "o")) {
			at = afterDot(document, afterDot(document, i + 1) + 1);
		}
		else if (document.is(i, "post")) {
			at = document.is(i + 1, "office") || document.is(i + 1, "ofc") ? i + 2 : i + 1;
		}
		return (at > 0 && BOXES.contains(document.folded(at))) ? number(document, at + 1) : -1;
	}

	/** {@code RR 2 Box 118}, {@code R.R. #3}, {@code rural route 5}. */
	private static int route(Document document, int i) {
		int at = carrier(document, i);
		if (at < 0) {
			return -1;
		}
		boolean named = ROUTES.contains(document.folded(at - 1));
		boolean sign = document.symbol(at, '#');
		int route = number(document, at);
		if (route < 0 || (document.is(i, "unit") && document.digits(route - 1) < LEAST_UNIT)) {
			return -1;
		}
		int comma = document.symbol(route, ',') ? route + 1 : route;
		int box = BOXES.contains(document.folded(comma)) ? number(document, comma + 1) : -1;
		if (box > 0) {
			return box;
		}
		boolean alone = named ? document.is(i, "rural") || document.is(i, "star") : sign && !document.is(i, "unit");
		return alone ? route : -1;
	}

	/** The token after the words for a route, -1 if there are none. */
	private static int carrier(Document document, int i) {
		if (CARRIERS.contains(document.folded(i))) {
			return afterDot(document, i + 1);
		}
		if (document.is(i, "r") && document.symbol(i + 1, '.') && document.is(i + 2, "r")) {
			return afterDot(document, i + 3);
		}
		int route = KINDS_OF_ROUTES.contains(document.folded(i)) ? i + 1 : i;
		return ROUTES.contains(document.folded(route)) ? afterDot(document, route + 1) : -1;
	}

	/** {@code APO AE 09096}; the ZIP may be missing behind a box. */
	private static int military(Document document, int i, boolean alone) {
		if (!MILITARY.contains(document.folded(i)) || document.startsLine(i + 1)) {
			return -1;
		}
		int theatre = document.symbol(i + 1, ',') ? i + 2 : i + 1;
		if (!THEATRES.contains(document.folded(theatre))) {
			return -1;
		}
		int zip = document.symbol(theatre + 1, ',') ? theatre + 2 : theatre + 1;
		boolean known = document.kind(zip) == TokenKind.NUMBER && document.length(zip) == 5
				&& !document.startsLine(zip);
		if (known) {
			boolean plus = document.joined(zip) && document.symbol(zip + 1, '-') && document.length(zip + 2) == 4;
			return plus ? zip + 3 : zip + 1;
		}
		return alone ? -1 : theatre + 1;
	}

	/** The token after a number of a box, -1 if none stands there. */
	private static int number(Document document, int from) {
		int at = from;
		while (at < from + 2 && (document.symbolOf(at, "#:.") || document.is(at, "no") || document.is(at, "number"))) {
			at++;
		}
		boolean number = document.digits(at) > 0 && document.length(at) <= LONGEST_NUMBER && !document.startsLine(at);
		if (!number) {
			return -1;
		}
		boolean letter = document.joined(at) && document.symbol(at + 1, '-') && document.joined(at + 1)
				&& document.alphanumeric(at + 2) && document.length(at + 2) <= 2;
		return letter ? at + 3 : at + 1;
	}

	private static int afterDot(Document document, int i) {
		return document.symbol(i, '.') ? i + 1 : i;
	}

}
