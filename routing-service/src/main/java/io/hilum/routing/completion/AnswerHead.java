package io.hilum.routing.completion;

import io.hilum.routing.budget.Hold;
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
 * @param cached whether the answer was known
 */
public record AnswerHead(String usageId, String model, Candidate served, int attempts, @Nullable Long remainingNanoUsd,
		@Nullable Long costNanoUsd, boolean cached) {

	/**
	 * The head of an answer for which nobody was asked.
	 * @param usageId the id of the usage event
	 * @param model what the provider said answered
	 * @param giver the deployment that gave the answer
	 * @param hold what was set aside, if something was
	 * @param stream whether it is streamed
	 * @return the head
	 */
	static AnswerHead known(String usageId, String model, Candidate giver, @Nullable Hold hold, boolean stream) {
		return new AnswerHead(usageId, model, giver, 0, (hold != null) ? hold.remainingNanoUsd() : null,
				stream ? null : 0L, true);
	}

}
