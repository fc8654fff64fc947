package io.hilum.routing.completion;

import java.util.Locale;
import java.util.Objects;

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
 * @param known whether the answer was known
 */
public record AnswerHead(String usageId, String model, Candidate served, int attempts, @Nullable Long remainingNanoUsd,
		@Nullable Long costNanoUsd, Known known) {

	/**
	 * The head of an answer for which nobody was asked.
	 * @param journey the journey, which recalled it
	 * @param giver the deployment that gave the answer
	 * @param stream whether it is streamed
	 * @return the head
	 */
	static AnswerHead known(Journey journey, Candidate giver, boolean stream) {
		Hold hold = journey.hold();
		return new AnswerHead(journey.id(), Objects.toString(journey.servedModel(), ""), giver, 0,
				(hold != null) ? hold.remainingNanoUsd() : null, stream ? null : 0L, journey.known());
	}

	/**
	 * Whether an answer was known.
	 */
	public enum Known {

		/**
		 * It was not.
		 */
		MISS,
		/**
		 * To the very same request.
		 */
		HIT,
		/**
		 * To another wording of it.
		 */
		SIMILAR,
		/**
		 * To the same request with the same idempotency key.
		 */
		REPEATED;

		/**
		 * The value of the header.
		 * @return the value
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
