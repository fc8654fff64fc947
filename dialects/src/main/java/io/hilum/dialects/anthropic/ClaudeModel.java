package io.hilum.dialects.anthropic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a model says about how it thinks. A name without a version counts as
 * the newest.
 *
 * @param version the major version times 100 plus the minor one
 */
record ClaudeModel(int version) {

	/** The number may stand before or behind the family; a date is no minor version. */
	private static final Pattern VERSION = Pattern.compile("claude-(?:[a-z]+-)?(\\d{1,2})(?:[-.](\\d{1,2}))?(?![0-9])");

	static ClaudeModel of(String name) {
		Matcher found = VERSION.matcher(name);
		if (!found.find()) {
			return new ClaudeModel(Integer.MAX_VALUE);
		}
		int minor = (found.group(2) != null) ? Integer.parseInt(found.group(2)) : 0;
		return new ClaudeModel(Integer.parseInt(found.group(1)) * 100 + minor);
	}

	/**
	 * Whether it can think before it answers: since Claude 3.7.
	 * @return {@code true} if it can
	 */
	boolean thinks() {
		return this.version >= 307;
	}

	/**
	 * Whether it decides by itself how long to think, guided by an effort: since Claude
	 * 4.6. Those before want a budget, which those since 4.7 refuse.
	 * @return {@code true} if it does
	 */
	boolean thinksAdaptively() {
		return this.version >= 406;
	}

	/**
	 * Whether it thinks unless told not to: since Claude 5.
	 * @return {@code true} if it does
	 */
	boolean thinksUnasked() {
		return this.version >= 500;
	}

}
