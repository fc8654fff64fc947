package io.hilum.phi.detect.own;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;

/**
 * A pattern of a hospital's own identifiers, in the syntax of RE2, which cannot express
 * what takes more than linear time.
 *
 * @param name what the hospital calls it
 * @param type what it finds
 * @param pattern the pattern
 * @param score how sure it is
 */
public record OwnPattern(String name, EntityType type, Pattern pattern, double score) {

	private static final int MAX_LENGTH = 512;

	/** Time is linear in the text and in this. */
	private static final int MAX_PROGRAM = 2000;

	/**
	 * Read a pattern.
	 * @param name what the hospital calls it
	 * @param type what it finds
	 * @param expression the expression in the syntax of RE2
	 * @param score how sure it is
	 * @return the pattern
	 * @throws IllegalArgumentException if it is none, is too large, or matches nothing at
	 * all
	 */
	public static OwnPattern of(String name, EntityType type, String expression, double score) {
		if (expression.length() > MAX_LENGTH) {
			throw new IllegalArgumentException("pattern '" + name + "' is longer than " + MAX_LENGTH + " characters");
		}
		Pattern pattern = compiled(name, expression);
		if (pattern.programSize() > MAX_PROGRAM) {
			throw new IllegalArgumentException("pattern '" + name + "' is too large: repeat less");
		}
		if (pattern.matcher("").matches()) {
			throw new IllegalArgumentException("pattern '" + name + "' matches an empty text");
		}
		return new OwnPattern(name, type, pattern, score);
	}

	private static Pattern compiled(String name, String expression) {
		try {
			return Pattern.compile(expression);
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException(
					"pattern '" + name + "' is not in the syntax of RE2: " + ex.getDescription());
		}
	}

	void search(Document document, Findings findings) {
		Matcher matcher = this.pattern.matcher(document.text());
		while (matcher.find()) {
			if (matcher.end() > matcher.start()) {
				findings.addUnits(matcher.start(), matcher.end(), this.type, this.score);
			}
		}
	}

}
