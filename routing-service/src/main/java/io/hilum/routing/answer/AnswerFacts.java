package io.hilum.routing.answer;

import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * What a document or an event of an answer says about itself.
 *
 * @param model the model that answered, if it says so by a name: what else a provider
 * puts there must reach neither header nor ledger
 * @param usage the tokens, if it has them
 * @param error whether it is an error and no answer
 * @param sound whether OpenAI's clients can read it as it is
 * @param filtered whether it says that the provider's content filter ended it
 * @param tier the service tier in which it was made, if it says so
 */
public record AnswerFacts(@Nullable String model, @Nullable TokenCounts usage, boolean error, boolean sound,
		boolean filtered, @Nullable String tier) {

	private static final int LONGEST_NAME = 256;

	public AnswerFacts {
		model = (model != null && isName(model)) ? model : null;
	}

	private static boolean isName(String text) {
		return !text.isBlank() && text.length() <= LONGEST_NAME
				&& text.chars().allMatch((character) -> character >= ' ' && character <= '~');
	}

}
