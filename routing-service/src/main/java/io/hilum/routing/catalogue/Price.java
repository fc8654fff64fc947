package io.hilum.routing.catalogue;

/**
 * What a million tokens of each kind cost, in nano-dollars (10⁻⁹ USD).
 *
 * @param input fresh input
 * @param cachedInput input that the provider had in its cache
 * @param cacheWrite input that the provider put into its cache
 * @param output output, reasoning included
 */
public record Price(long input, long cachedInput, long cacheWrite, long output) {

	/**
	 * The price of what costs nothing.
	 */
	public static final Price FREE = new Price(0, 0, 0, 0);

	private static final long MAX_NANO_USD = 5_000_000_000_000L;

	public Price {
		for (long part : new long[] { input, cachedInput, cacheWrite, output }) {
			if (part < 0 || part > MAX_NANO_USD) {
				throw new IllegalArgumentException("a price must be from 0 to 5000 USD per million tokens");
			}
		}
	}

	/**
	 * Whether nothing is to be paid.
	 * @return {@code true} if it costs nothing
	 */
	public boolean isFree() {
		return this.equals(FREE);
	}

}
