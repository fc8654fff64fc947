package io.hilum.dialects.bedrock;

import java.util.HashSet;
import java.util.Set;

/**
 * Names of documents as Bedrock wants them: letters, digits, single spaces, hyphens and
 * brackets, up to 200, and no name twice in a request. Created per request and not
 * thread-safe.
 */
final class DocumentNames {

	private static final int LONGEST = 190;

	private static final String USUAL = "document";

	private final Set<String> given = new HashSet<>();

	String next(String fileName) {
		String name = clean(fileName);
		String free = name;
		for (int i = 2; !this.given.add(free); i++) {
			free = name + " (" + i + ")";
		}
		return free;
	}

	private static String clean(String fileName) {
		int dot = fileName.lastIndexOf('.');
		String stem = (dot > 0) ? fileName.substring(0, dot) : fileName;
		String clean = stem.replaceAll("[^a-zA-Z0-9()\\[\\]-]+", " ").strip();
		String cut = (clean.length() > LONGEST) ? clean.substring(0, LONGEST).strip() : clean;
		return cut.isEmpty() ? USUAL : cut;
	}

}
