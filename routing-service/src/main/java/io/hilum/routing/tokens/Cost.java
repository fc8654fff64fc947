package io.hilum.routing.tokens;

import io.hilum.routing.catalogue.Price;

/**
 * What tokens cost, in whole nano-dollars. Exact, and rounded up once at the end.
 */
public final class Cost {

	private static final long MILLION = 1_000_000;

	private Cost() {
	}

	/**
	 * The cost of tokens.
	 * @param tokens the tokens of one request
	 * @param price what a million of each kind costs
	 * @return the cost in nano-dollars
	 */
	public static long of(TokenCounts tokens, Price price) {
		Price unit = price.at(tokens.totalInput());
		long[] counts = { tokens.input(), tokens.cachedInput(), tokens.cacheWrite(), tokens.audioInput(),
				tokens.output(), tokens.reasoning(), tokens.audioOutput() };
		long[] prices = { unit.input(), unit.cachedInput(), unit.cacheWrite(), unit.audioInput(), unit.output(),
				unit.reasoning(), unit.audioOutput() };
		long whole = 0;
		long rest = 0;
		for (int i = 0; i < counts.length; i++) {
			long part = Math.multiplyExact(counts[i] % MILLION, prices[i]);
			whole = Math.addExact(whole, Math.multiplyExact(counts[i] / MILLION, prices[i]));
			whole = Math.addExact(whole, part / MILLION);
			rest += part % MILLION;
		}
		return Math.addExact(whole, Math.ceilDiv(rest, MILLION));
	}

}
