package io.hilum.routing.completion;

import io.hilum.routing.plan.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * What is known when the first byte of an answer is about to be sent.
 *
 * @param usageId the id of the usage event
 * @param model what the provider says answered, or what it was asked for
 * @param served the deployment that answers
 * @param attempts how many calls there were
 * @param remainingNanoUsd what the tightest hard budget has left, if there is one
 * @param costNanoUsd the cost, if the answer is whole
 */
public record AnswerHead(String usageId, String model, Candidate served, int attempts, @Nullable Long remainingNanoUsd,
		@Nullable Long costNanoUsd) {

}
