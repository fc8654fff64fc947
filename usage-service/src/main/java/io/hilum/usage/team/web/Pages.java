package io.hilum.usage.team.web;

import io.hilum.usage.problem.UsageProblem;

/**
 * How long pages may be.
 */
final class Pages {

	private static final int MAX_LIMIT = 500;

	private Pages() {
	}

	static int requireLimit(int limit) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new UsageProblem.Invalid("limit", "Expected 1 to " + MAX_LIMIT);
		}
		return limit;
	}

}
