package io.hilum.portal.problem.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where a failure comes from, as a text without any message: the innermost frames of its
 * root cause.
 */
final class Origin {

	private static final int FRAMES = 6;

	private Origin() {
	}

	static String of(Throwable failure) {
		Throwable root = failure;
		for (int depth = 0; depth < 16 && root.getCause() != null; depth++) {
			root = root.getCause();
		}
		return root.getClass().getName() + Arrays.stream(root.getStackTrace())
			.limit(FRAMES)
			.map(StackTraceElement::toString)
			.collect(Collectors.joining(" < ", " in ", ""));
	}

}
