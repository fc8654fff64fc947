package io.hilum.routing.replay;

/**
 * What became of a decision when it was made again.
 */
sealed interface Verdict {

	/**
	 * The same deployments in the same order.
	 */
	record Same() implements Verdict {

	}

	/**
	 * The same deployment first, but others behind it.
	 */
	record SameFirst() implements Verdict {

	}

	/**
	 * Another deployment first.
	 *
	 * @param was the one that was chosen
	 * @param would the one that would be
	 * @param reason why
	 * @param costNanoUsd what the tokens that were used would have cost there
	 */
	record Differs(String was, String would, String reason, long costNanoUsd) implements Verdict {

	}

	/**
	 * The request would be refused.
	 *
	 * @param was the deployment that was chosen
	 * @param code the code of the refusal
	 */
	record Refused(String was, String code) implements Verdict {

	}

	/**
	 * The event does not say enough.
	 */
	record NotReplayable() implements Verdict {

	}

}
