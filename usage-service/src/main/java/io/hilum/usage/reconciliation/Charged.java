package io.hilum.usage.reconciliation;

import io.hilum.usage.ledger.Tokens;

/**
 * What the ledger has of a model.
 *
 * @param model the model, as its provider named it in its answers
 * @param tokens what was used
 * @param costNanoUsd what was charged for it, in nano-dollars
 */
public record Charged(String model, Tokens tokens, long costNanoUsd) {

	/**
	 * How much of a meter.
	 * @param meter the meter
	 * @return tokens, or nano-dollars
	 */
	public long of(Meter meter) {
		return switch (meter) {
			case INPUT -> this.tokens.input() + this.tokens.audioInput();
			case CACHED_INPUT -> this.tokens.cachedInput();
			case CACHE_WRITE -> this.tokens.cacheWrite();
			case OUTPUT -> this.tokens.totalOutput();
			case COST -> this.costNanoUsd;
		};
	}

}
