package io.hilum.trust.context;

import java.util.ArrayList;
import java.util.List;

/**
 * The models that a credential may be used for, as a Hilum key names them. An alias is a
 * name of its own.
 *
 * @param patterns names, or the begin of names followed by {@code *}; without one there
 * is nothing that it may be used for
 */
public record ModelScope(List<String> patterns) {

	/**
	 * Every model.
	 */
	public static final ModelScope ALL = new ModelScope(List.of("*"));

	private static final int LONGEST = 1024;

	public ModelScope {
		patterns = patterns.contains("*") ? List.of("*") : List.copyOf(patterns);
	}

	/**
	 * Whether a model is one of them.
	 * @param model the name of the model
	 * @return {@code true} if it is
	 */
	public boolean covers(String model) {
		return this.patterns.stream().anyMatch((pattern) -> matches(pattern, model));
	}

	/**
	 * Whether one of the models that an entry of a catalogue stands for is one of them.
	 * @param entry the name of a model, or the begin of names followed by {@code *}
	 * @return {@code true} if there is such a model
	 */
	public boolean meets(String entry) {
		return covers(entry) || this.patterns.stream().anyMatch((pattern) -> matches(entry, pattern));
	}

	/**
	 * Whether a pattern stands for a model, as all that names models does.
	 * @param pattern a name, or the begin of names followed by {@code *}
	 * @param model the name of the model
	 * @return {@code true} if it does
	 */
	public static boolean matches(String pattern, String model) {
		return pattern.endsWith("*") ? model.startsWith(pattern.substring(0, pattern.length() - 1))
				: pattern.equals(model);
	}

	/**
	 * Whether every model is one of them.
	 * @return {@code true} if so
	 */
	public boolean coversAll() {
		return this.patterns.contains("*");
	}

	/**
	 * The same with one more model, which comes before the others.
	 * @param model the name of the model
	 * @return the scope
	 */
	public ModelScope with(String model) {
		List<String> all = new ArrayList<>(List.of(model));
		all.addAll(this.patterns);
		return new ModelScope(all);
	}

	/**
	 * What fits into a context: the first patterns, so many that they are 1,024
	 * characters at most. What does not fit is no longer covered.
	 * @return the scope, never a wider one
	 */
	ModelScope fitting() {
		List<String> some = new ArrayList<>();
		int length = 0;
		for (String pattern : this.patterns) {
			length += pattern.length();
			if (length > LONGEST) {
				break;
			}
			some.add(pattern);
		}
		return new ModelScope(some);
	}

}
