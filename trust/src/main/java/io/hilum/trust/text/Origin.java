package io.hilum.trust.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where a failure comes from, as a text without any message: the innermost frames of its
 * root cause.
 */
public final class Origin {

	private static final int FRAMES = 6;

	private static final int DEPTH = 16;

	private Origin() {
	}

	/**
	 * Where a failure comes from.
	 * @param failure the failure
	 * @return classes and lines
	 */
	public static String of(Throwable failure) {
		Throwable root = failure;
		for (int depth = 0; depth < DEPTH && root.getCause() != null; depth++) {
			root = root.getCause();
		}
		return root.getClass().getName() + Arrays.stream(root.getStackTrace())
			.limit(FRAMES)
			.map(StackTraceElement::toString)
			.collect(Collectors.joining(" < ", " in ", ""));
	}

}
