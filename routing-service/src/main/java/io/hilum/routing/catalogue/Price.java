package io.hilum.routing.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param services other prices for other service tiers of the provider, by their names
 * @param service the service tier that it is of, {@code null} for the usual one
 */
public record Price(long input, long cachedInput, long cacheWrite, long output, long reasoning, long audioInput,
		long audioOutput, List<Tier> tiers, @Nullable String version, Map<String, Service> services,
		@Nullable String service) {

	/**
	 * The price of what costs nothing.
	 */
	public static final Price FREE = new Price(0, 0, 0, 0);

	private static final String AUTO = "auto";

	/** Names of usual tiers, and of those that are cheaper or paid for in advance. */
	private static final Set<String> NEVER_DEARER = Set.of(AUTO, "default", "standard", "standard_only", "flex",
			"batch", "scale", "reserved");

	private static final long MAX_NANO_USD = 5_000_000_000_000L;

	public Price {
		LongStream.of(input, cachedInput, cacheWrite, output, reasoning, audioInput, audioOutput).forEach((part) -> {
			if (part < 0 || part > MAX_NANO_USD) {
				throw new IllegalArgumentException("a price must be from 0 to 5000 USD per million tokens");
			}
		});
		tiers = List.copyOf(tiers);
		services = Map.copyOf(services);
	}

	/**
	 * A price of the usual service tier alone.
	 * @param input fresh input
	 * @param cachedInput input that the provider had in its cache
	 * @param cacheWrite input that the provider put into its cache
	 * @param output what the answer consists of
	 * @param reasoning what the model thought
	 * @param audioInput spoken input
	 * @param audioOutput spoken output
	 * @param tiers other prices for requests with much input, the least input first
	 * @param version the version of the list that it stands in
	 */
	public Price(long input, long cachedInput, long cacheWrite, long output, long reasoning, long audioInput,
			long audioOutput, List<Tier> tiers, @Nullable String version) {
		this(input, cachedInput, cacheWrite, output, reasoning, audioInput, audioOutput, tiers, version, Map.of(),
				null);
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
	 * The prices that a request with at most so much input can have. A provider may serve
	 * it in its usual tier whatever it asks for.
	 * @param inputTokens the most tokens of input
	 * @param tier the service tier that it asks for, {@code null} for none
	 * @return the usual ones, those of the tier, and of tiers that nobody has to ask for
	 */
	public List<Price> upTo(long inputTokens, @Nullable String tier) {
		boolean open = tier == null || tier.equals(AUTO);
		Stream<Price> others = this.services.entrySet()
			.stream()
			.filter((one) -> one.getKey().equals(tier) || (open && one.getValue().unasked()))
			.map((one) -> one.getValue().price());
		return Stream.concat(Stream.of(this), others).flatMap((price) -> price.upTo(inputTokens).stream()).toList();
	}

	/**
	 * The price of a service tier.
	 * @param tier the tier, {@code null} if none is known
	 * @return its price, or else the usual one
	 */
	public Price servedAs(@Nullable String tier) {
		Service found = (tier != null) ? this.services.get(tier) : null;
		return (found != null) ? found.price() : this;
	}

	/**
	 * Whether it is known what a request can cost that asks for a service tier.
	 * @param tier the tier, {@code null} for none
	 * @return {@code false} if the tier may be dearer than anything that is listed
	 */
	public boolean isKnownFor(@Nullable String tier) {
		return tier == null || NEVER_DEARER.contains(tier) || this.services.containsKey(tier) || isFree();
	}

	/**
	 * The price of a service tier that costs so many times as much.
	 * @param factor how many times
	 * @param tier the name of the tier
	 * @return the price, each part rounded up to a nano-dollar
	 */
	public Price times(BigDecimal factor, String tier) {
		List<Tier> dearer = this.tiers.stream()
			.map((one) -> new Tier(one.aboveInputTokens(), one.price().times(factor, tier)))
			.toList();
		return new Price(times(this.input, factor), times(this.cachedInput, factor), times(this.cacheWrite, factor),
				times(this.output, factor), times(this.reasoning, factor), times(this.audioInput, factor),
				times(this.audioOutput, factor), dearer, this.version, Map.of(), tier);
	}

	private static long times(long part, BigDecimal factor) {
		return factor.multiply(BigDecimal.valueOf(part)).setScale(0, RoundingMode.CEILING).longValueExact();
	}

	/**
	 * The same price with those of service tiers.
	 * @param others the prices by the names of the tiers
	 * @return the price
	 */
	public Price with(Map<String, Service> others) {
		return new Price(this.input, this.cachedInput, this.cacheWrite, this.output, this.reasoning, this.audioInput,
				this.audioOutput, this.tiers, this.version, others, this.service);
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
		return this.tiers.isEmpty() && this.services.isEmpty() && dearestInput() == 0 && dearestOutput() == 0;
	}

	/**
	 * The price of a service tier, such as OpenAI's {@code priority} and {@code flex}.
	 *
	 * @param price what it costs
	 * @param unasked whether requests that do not ask for a tier may get it, as a project
	 * can be set at the provider
	 */
	public record Service(Price price, boolean unasked) {

		public Service {
			if (!price.services().isEmpty()) {
				throw new IllegalArgumentException("a service tier has no service tiers");
			}
		}

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
