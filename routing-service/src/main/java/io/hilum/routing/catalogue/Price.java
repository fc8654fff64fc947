package io.hilum.routing.catalogue;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a million tokens of each kind cost, in nano-dollars (10⁻⁹ USD).
 *
 * @param input fresh input
 * @param cachedInput input that the provider had in its cache
 * @param cacheWrite input that the provider put into its cache
 * @param output what the answer consists of
 * @param reasoning what the model thought
 * @param audioInput spoken input
 * @param audioOutput spoken output
 * @param tiers other prices for requests with much input, the least input first
 * @param version the version of the list that it stands in, {@code null} for the
 * catalogue
 */
public record Price(long input, long cachedInput, long cacheWrite, long output, long reasoning, long audioInput,
		long audioOutput, List<Tier> tiers, @Nullable String version) {

	/**
	 * The price of what costs nothing.
	 */
	public static final Price FREE = new Price(0, 0, 0, 0);

	private static final long MAX_NANO_USD = 5_000_000_000_000L;

	public Price {
		LongStream.of(input, cachedInput, cacheWrite, output, reasoning, audioInput, audioOutput).forEach((part) -> {
			if (part < 0 || part > MAX_NANO_USD) {
				throw new IllegalArgumentException("a price must be from 0 to 5000 USD per million tokens");
			}
		});
		tiers = List.copyOf(tiers);
	}

	/**
	 * A price of text alone: thoughts cost what answers do, and speech what text does.
	 * @param input fresh input
	 * @param cachedInput input that the provider had in its cache
	 * @param cacheWrite input that the provider put into its cache
	 * @param output output, reasoning included
	 */
	public Price(long input, long cachedInput, long cacheWrite, long output) {
		this(input, cachedInput, cacheWrite, output, output, input, output, List.of(), null);
	}

	/**
	 * The price of a request with so much input. A tier holds for all tokens of such a
	 * request, output included.
	 * @param inputTokens the tokens of input of all kinds
	 * @return a price without tiers
	 */
	public Price at(long inputTokens) {
		Price found = this;
		for (Tier tier : this.tiers) {
			if (inputTokens > tier.aboveInputTokens()) {
				found = tier.price();
			}
		}
		return found;
	}

	/**
	 * The prices that a request with at most so much input can have.
	 * @param inputTokens the most tokens of input
	 * @return this one and those of the tiers that can be reached
	 */
	public List<Price> upTo(long inputTokens) {
		return Stream
			.concat(Stream.of(this),
					this.tiers.stream().filter((tier) -> inputTokens > tier.aboveInputTokens()).map(Tier::price))
			.toList();
	}

	/**
	 * The dearest kind of input.
	 * @return nano-dollars for a million tokens
	 */
	public long dearestInput() {
		return Math.max(Math.max(this.input, this.cachedInput), Math.max(this.cacheWrite, this.audioInput));
	}

	/**
	 * The dearest kind of output.
	 * @return nano-dollars for a million tokens
	 */
	public long dearestOutput() {
		return Math.max(this.output, Math.max(this.reasoning, this.audioOutput));
	}

	/**
	 * Whether nothing is to be paid.
	 * @return {@code true} if it costs nothing
	 */
	public boolean isFree() {
		return this.tiers.isEmpty() && dearestInput() == 0 && dearestOutput() == 0;
	}

	/**
	 * The price of requests with much input.
	 *
	 * @param aboveInputTokens with more tokens of input than this
	 * @param price what they cost
	 */
	public record Tier(long aboveInputTokens, Price price) {

		public Tier {
			if (aboveInputTokens < 1 || !price.tiers().isEmpty()) {
				throw new IllegalArgumentException("a tier begins above a number of tokens and has no tiers");
			}
		}

	}

}
