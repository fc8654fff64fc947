package io.hilum.routing.answer;

import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * What a document or an event of an answer says about itself.
 *
 * @param model the model that answered, if it says so
 * @param choicesEmpty whether it has a list of choices and there is none in it
 * @param usage the tokens, if it has them
 * @param error whether it is an error
 */
public record AnswerFacts(@Nullable String model, boolean choicesEmpty, @Nullable TokenCounts usage, boolean error) {

}
