package io.hilum.agents.evidence;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows sentences that say that something is not so, or perhaps: by cue words, clause by
 * clause, after NegEx (Chapman et al., J Biomed Inform 34:301, 2001). Pure.
 */
public final class Negation {

	private static final int LONGEST = 4000;

	private static final Pattern CLAUSES = Pattern
		.compile("[,;.]|\\b(?:but|however|although|though|except|with|has|had|developed)\\b");

	private static final Pattern CUES = Pattern
		.compile("\\b(?:no|not|denies|denied|denying|without|negative|absence of|absent|ruled out|rule out|r/o|"
				+ "free of|never|unlikely|possible|possibly|probable|probably|suspected|suspicion of|questionable|"
				+ "concern for|concerning for|cannot exclude)\\b");

	private static final Pattern RELATIVES = Pattern.compile(
			"\\b(?:family history|mother|father|parents?|brothers?|sisters?|siblings?|grand(?:mother|father)|aunt|uncle)\\b");

	/** What says nothing by itself. */
	private static final Set<String> EMPTY = Set.of("patient", "pt", "he", "she", "they", "the", "a", "an", "this",
			"that", "man", "woman", "male", "female", "year", "years", "year-old", "old", "who", "is", "was", "were",
			"are", "be", "been", "on", "at", "in", "of", "to", "and", "or", "exam", "examination", "today", "there",
			"presents", "presented", "reports", "states", "history", "also", "currently", "now", "her", "his", "for");

	private Negation() {
	}

	/**
	 * Whether a sentence asserts something of the patient: it speaks of no relative, and
	 * one of its clauses has words of its own and no cue.
	 * @param sentence the sentence
	 * @return {@code false} if nothing in it can support a diagnosis
	 */
	public static boolean asserts(String sentence) {
		String plain = Quote.words(sentence.substring(0, Math.min(sentence.length(), LONGEST)));
		return !RELATIVES.matcher(plain).find() && Arrays.stream(CLAUSES.split(plain))
			.map(String::strip)
			.anyMatch((clause) -> hasWords(clause) && !CUES.matcher(clause).find());
	}

	private static boolean hasWords(String clause) {
		return Arrays.stream(clause.split(" "))
			.anyMatch((word) -> !EMPTY.contains(word) && word.chars().anyMatch(Character::isLetter));
	}

}
