package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * What streets are called most often.
 */
final class StreetNames {

	private static final int MOST_DIGITS = 3;

	private static final Set<String> ENDINGS = Set.of("st", "nd", "rd", "th");

	private static final Set<String> USUAL = Set.of("park", "main", "oak", "pine", "maple", "cedar", "elm", "view",
			"washington", "lake", "hill", "walnut", "spring", "ridge", "church", "willow", "sunset", "jackson",
			"cherry", "highland", "johnson", "forest", "jefferson", "river", "meadow", "broadway", "lincoln",
			"sycamore", "birch", "poplar", "chestnut", "locust", "spruce", "ash", "dogwood", "hickory", "vine",
			"market", "mill", "franklin", "adams", "madison", "monroe", "grant", "union", "central", "state", "college",
			"university", "grand", "water", "pearl", "magnolia", "laurel", "juniper", "mulberry", "palm", "valley",
			"railroad", "canal", "congress", "commerce", "mission", "prospect", "clinton", "hamilton", "harrison",
			"cleveland", "king", "queen", "front", "bridge", "center", "school", "liberty", "polk");

	private StreetNames() {
	}

	/** Whether more streets bear a name than other things in a chart. */
	static boolean isUsual(String folded) {
		return USUAL.contains(folded);
	}

	/** {@code 22nd}, {@code 161st}. */
	static boolean isOrdinal(Document document, int i) {
		int digits = document.digits(i);
		return document.kind(i) == TokenKind.MIXED && digits > 0 && digits <= MOST_DIGITS
				&& digits == document.length(i) - 2 && ENDINGS.contains(document.folded(i).substring(digits));
	}

}
