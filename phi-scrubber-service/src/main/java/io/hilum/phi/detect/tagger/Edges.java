package io.hilum.phi.detect.tagger;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;

/**
 * Where a name or a place starts and ends among the tokens that the model takes for one:
 * words around it that are none of it are left out.
 */
final class Edges {

	/** Small words that do belong to a name. */
	private static final Set<String> PARTICLES = Set.of("de", "la", "las", "los", "del", "da", "dos", "di", "du", "le",
			"van", "von", "der", "den", "bin", "ibn", "al", "el", "ter", "ten", "san", "st", "abu", "bint", "mac");

	private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");

	private static final Set<String> LABELS = Set.of("city", "town", "addr", "address", "svc", "site", "first", "last");

	/** Words before a place that are none of it. */
	private static final Set<String> LEADING = Set.of("our", "your", "my", "his", "her", "their", "at", "from", "to",
			"by", "of", "with", "for", "and", "or", "near", "in");

	/** Words behind a place that are none of it. */
	private static final Set<String> TRAILING = Set.of("and", "or", "with", "for", "the", "of", "at", "to", "by");

	private Edges() {
	}

	/** {@code City Newtown}: a label that needs no colon on a card or in a form. */
	static int behindLabel(Document document, int first, int end) {
		boolean label = first < end - 1 && LABELS.contains(document.folded(first)) && document.capitalised(first)
				&& document.alphanumeric(first + 1);
		int from = label ? first + 1 : first;
		while (from < end - 1 && LEADING.contains(document.folded(from)) && !document.capitalised(from)) {
			from++;
		}
		return from;
	}

	/** {@code Harbor Light and} goes on with something else. */
	static int beforeLinks(Document document, int first, int end) {
		int to = end;
		while (to > first + 1 && TRAILING.contains(document.folded(to - 1)) && !document.capitalised(to - 1)) {
			to--;
		}
		return to;
	}

	/** {@code Washington} in {@code Washington, Irma}, which is a state too. */
	static int withFamily(Words words, int given) {
		Document document = words.document();
		int family = given - 2;
		boolean inverted = document.symbol(given - 1, ',') && document.joined(family) && document.capitalised(family)
				&& !document.startsLine(given) && (words.lists(family) & Gazetteer.SURNAME) != 0
				&& (words.lists(family) & Gazetteer.COUNTRY) != 0
				&& (words.lists(given) & (Gazetteer.FIRST_NAME | Gazetteer.COUNTRY)) == Gazetteer.FIRST_NAME;
		return inverted ? family : given;
	}

	/**
	 * The name in {@code also Ngozi} starts behind the word in small letters, that in
	 * {@code Officer Doe} behind the role.
	 */
	static int firstPart(Words words, int first, int end) {
		int from = first;
		while (from < end - 1
				&& (isFiller(words, from) || isRole(words, from) || words.document().kind(from) == TokenKind.SYMBOL)) {
			from++;
		}
		return from;
	}

	private static boolean isRole(Words words, int i) {
		int lists = words.lists(i);
		boolean joined = words.document().joined(i) && !words.document().symbolOf(i + 1, ".:");
		return (lists & (Gazetteer.TITLE | Gazetteer.LABEL)) != 0 && (lists & Gazetteer.FIRST_NAME) == 0 && !joined;
	}

	/** The name in {@code ngozi tonight} ends before the word that is none. */
	static int lastPart(Words words, int first, int end) {
		int to = end;
		while (to > first + 1 && (isFiller(words, to - 1) || isAbbreviation(words, to - 1)
				|| words.document().kind(to - 1) == TokenKind.SYMBOL)) {
			to--;
		}
		return to;
	}

	/** {@code Doe HHA}: capitals of a chart behind a name that is not all capitals. */
	private static boolean isAbbreviation(Words words, int i) {
		Document document = words.document();
		boolean form = document.upperCase(i)
				|| (document.length(i) == 2 && (words.lists(i) & TaggerDetector.NAMES) == 0);
		return form && document.kind(i - 1) == TokenKind.WORD && document.length(i - 1) > 1
				&& !document.upperCase(i - 1) && !GENERATIONS.contains(document.folded(i))
				&& (words.lists(i) & (Gazetteer.CLINICAL | Gazetteer.CREDENTIAL | Gazetteer.LABEL)) != 0
				&& (words.lists(i) & Gazetteer.FIRST_NAME) == 0;
	}

	/**
	 * Whether a word at the edge of a name is an ordinary one: in small letters and no
	 * name too.
	 */
	static boolean isFiller(Words words, int i) {
		Document document = words.document();
		boolean small = document.kind(i) == TokenKind.WORD && !document.capitalised(i) && document.length(i) > 1;
		boolean name = (words.lists(i) & TaggerDetector.NAMES) != 0 && (words.lists(i) & Gazetteer.STOP) == 0;
		return small && (words.lists(i) & TaggerDetector.ORDINARY) != 0 && !name
				&& !PARTICLES.contains(document.folded(i));
	}

}
