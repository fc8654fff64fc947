package io.hilum.systemtests.invariants;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Differences between two sides that must be one.
 */
final class Repeated {

	private Repeated() {
	}

	/**
	 * What occurs more than once.
	 */
	static <T> Stream<T> in(Collection<T> values) {
		Set<T> seen = new HashSet<>();
		return values.stream().filter((value) -> !seen.add(value)).distinct();
	}

	/**
	 * What one side has and the other has not.
	 */
	static <T> Stream<T> without(Collection<T> these, Collection<T> those) {
		Set<T> known = new HashSet<>(those);
		return these.stream().filter((value) -> !known.contains(value)).distinct();
	}

}
