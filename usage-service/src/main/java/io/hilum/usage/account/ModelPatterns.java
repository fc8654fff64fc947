package io.hilum.usage.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Patterns of names of models, where a star stands for any characters.
 */
final class ModelPatterns {

	private ModelPatterns() {
	}

	/**
	 * What is left of patterns within a limit.
	 * @param patterns what was wanted
	 * @param limit what is allowed
	 * @return patterns of which each is within both; none if nothing is
	 */
	static List<String> within(List<String> patterns, List<String> limit) {
		Set<String> left = new LinkedHashSet<>();
		for (String pattern : patterns) {
			if (limit.stream().anyMatch((allowed) -> covers(allowed, pattern))) {
				left.add(pattern);
			}
			else {
				limit.stream().filter((allowed) -> covers(pattern, allowed)).forEach(left::add);
			}
		}
		return List.copyOf(left);
	}

	/**
	 * Whether every name that fits one pattern fits another too. Sound, and complete but
	 * for patterns that overlap in part: those are not covered.
	 */
	static boolean covers(String wide, String narrow) {
		int star = wide.indexOf('*');
		if (star < 0) {
			return wide.equals(narrow);
		}
		String rest = wide.substring(star + 1);
		if (!narrow.startsWith(wide.substring(0, star))) {
			return false;
		}
		for (int from = star; from <= narrow.length(); from++) {
			if (covers(rest, narrow.substring(from))) {
				return true;
			}
		}
		return false;
	}

}
