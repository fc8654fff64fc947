package io.hilum.usage.ledger;

/**
 * The prices by which a request was charged, in nano-dollars per million tokens.
 *
 * @param version the version of the price list
 * @param inputNanoUsdPerMillion for input
 * @param cachedInputNanoUsdPerMillion for input from the provider's cache
 * @param cacheWriteNanoUsdPerMillion for writing to the provider's cache
 * @param outputNanoUsdPerMillion for output, reasoning included
 */
public record Prices(String version, long inputNanoUsdPerMillion, long cachedInputNanoUsdPerMillion,
		long cacheWriteNanoUsdPerMillion, long outputNanoUsdPerMillion) {

	public Prices {
		Bounds.required(version);
		Bounds.notNegative(inputNanoUsdPerMillion, cachedInputNanoUsdPerMillion, cacheWriteNanoUsdPerMillion,
				outputNanoUsdPerMillion);
	}

}
