package io.hilum.usage.ledger;

/**
 * What was held of a budget before the provider was called.
 *
 * @param id the id of the hold
 * @param nanoUsd the amount in nano-dollars
 */
public record Hold(String id, long nanoUsd) {

	public Hold {
		Bounds.required(id);
		Bounds.notNegative(nanoUsd);
	}

}
