package io.hilum.phi.detect.pattern;

import java.util.Set;

import io.hilum.phi.detect.Document;

/**
 * The states and territories of the United States, which stay, but tell that a city
 * stands before and a ZIP after them.
 */
public final class States {

	private static final Set<String> CODES = Set.of("al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi",
			"id", "il", "in", "ia", "ks", "ky", "la", "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh",
			"nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa",
			"wv", "wi", "wy", "dc", "pr", "vi", "gu", "as", "mp");

	/** Codes that are words or titles too: in lower case they count before a ZIP only. */
	private static final Set<String> WORDS = Set.of("in", "or", "me", "hi", "ok", "id", "la", "de", "oh", "as", "ma",
			"pa", "mi", "md", "ms", "pr", "al", "co", "va", "mo", "ne", "ar", "ct", "ca");

	private static final Set<String> NAMES = Set.of("alabama", "alaska", "arizona", "arkansas", "california",
			"colorado", "connecticut", "delaware", "florida", "georgia", "hawaii", "idaho", "illinois", "indiana",
			"iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota",
			"mississippi", "missouri", "montana", "nebraska", "nevada", "ohio", "oklahoma", "oregon", "pennsylvania",
			"tennessee", "texas", "utah", "vermont", "virginia", "washington", "wisconsin", "wyoming");

	private static final Set<String> PAIRS = Set.of("new york", "new jersey", "new mexico", "new hampshire",
			"north carolina", "south carolina", "north dakota", "south dakota", "west virginia", "rhode island",
			"puerto rico");

	private States() {
	}

	/**
	 * Whether a state starts at a token.
	 * @param document the text
	 * @param token the token
	 * @return {@code true} for a name, or a code in capitals or before a ZIP
	 */
	public static boolean isState(Document document, int token) {
		return end(document, token) > token;
	}

	/**
	 * The end of the state at a token.
	 * @param document the text
	 * @param token the token
	 * @return the token after it, or the same token if no state stands there
	 */
	public static int end(Document document, int token) {
		String word = document.folded(token);
		if (PAIRS.contains(word + " " + document.folded(token + 1))) {
			return token + 2;
		}
		if (NAMES.contains(word)) {
			return token + 1;
		}
		if (word.equals("id") && document.digits(token + 1) > 0 && !isZip(document, token + 1)) {
			return token;
		}
		boolean code = CODES.contains(word)
				&& (document.upperCase(token) || !WORDS.contains(word) || isZip(document, token + 1));
		return code && !document.symbolOf(token + 1, "-'") ? token + 1 : token;
	}

	/**
	 * Whether a state ends right before a token, a comma aside.
	 * @param document the text
	 * @param token the token
	 * @return {@code true} if one does
	 */
	public static boolean endsAt(Document document, int token) {
		int last = document.symbol(token - 1, ',') ? token - 2 : token - 1;
		String word = document.folded(last);
		return NAMES.contains(word) || CODES.contains(word) || PAIRS.contains(document.folded(last - 1) + " " + word);
	}

	private static boolean isZip(Document document, int token) {
		return document.length(token) == 5 && document.value(token) >= 0;
	}

}
