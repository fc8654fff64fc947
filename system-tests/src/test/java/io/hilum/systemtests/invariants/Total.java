package io.hilum.systemtests.invariants;

/**
 * What reports are made of: the sums of the ledger by quarter of an hour, team, subject
 * and model.
 *
 * @param key which sum
 */
public record Total(String key, long requests, long inputTokens, long outputTokens, long costNanoUsd) {

	Total plus(Total other) {
		return new Total(this.key, this.requests + other.requests, this.inputTokens + other.inputTokens,
				this.outputTokens + other.outputTokens, this.costNanoUsd + other.costNanoUsd);
	}

}
