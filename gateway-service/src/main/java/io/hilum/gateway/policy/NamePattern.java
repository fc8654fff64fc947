package io.hilum.gateway.policy;

import java.util.List;

import io.hilum.trust.context.ModelScope;

/**
 * A name of a model, or its beginning followed by a star.
 *
 * @param pattern the pattern, such as {@code gpt-4o} or {@code gpt-*} or {@code *}
 */
public record NamePattern(String pattern) {

	/**
	 * Read patterns.
	 * @param patterns the patterns
	 * @return the same as values
	 */
	public static List<NamePattern> listOf(List<String> patterns) {
		return patterns.stream().map(NamePattern::new).toList();
	}

	/**
	 * Whether a name matches any of some patterns.
	 * @param patterns the patterns
	 * @param name the name
	 * @return {@code true} if one of them matches
	 */
	public static boolean anyMatches(List<NamePattern> patterns, String name) {
		return patterns.stream().anyMatch((pattern) -> pattern.matches(name));
	}

	/**
	 * Whether a name matches.
	 * @param name the name
	 * @return {@code true} if it does
	 */
	public boolean matches(String name) {
		return ModelScope.matches(this.pattern, name);
	}

}
