package io.hilum.routing.budget;

import java.util.List;
import java.util.stream.IntStream;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.TokenCounts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static io.hilum.routing.catalogue.CatalogueFixtures.deployment;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What any deployment can charge for any use that a request allows is held: for every
 * tier, every kind of token, every number of answers and an answer that was passed over.
 */
class WorstPropertyTests {

	@Property
	void noAllowedUseCostsMoreThanIsHeld(@ForAll @From("deployments") List<Deployment> deployments,
			@ForAll @LongRange(max = 2_000_000) long mostInput, @ForAll @IntRange(max = 200_000) int maxOutput,
			@ForAll @IntRange(min = 1, max = 128) int choices, @ForAll @From("shares") List<Integer> shares) {
		Worst worst = Worst.of(deployments, mostInput, mostInput / 4, maxOutput, choices);
		long held = worst.mostInputNanoUsd() + worst.outputNanoUsd(maxOutput);
		TokenCounts used = use(shares, mostInput, (long) maxOutput * choices);
		for (Deployment deployment : deployments) {
			assertThat(Cost.of(used, deployment.price())).isLessThanOrEqualTo(held);
		}
	}

	@Property
	void anAnswerThatIsPassedOverIsHeldToo(@ForAll @From("deployments") List<Deployment> deployments,
			@ForAll @LongRange(max = 500_000) long mostInput, @ForAll @IntRange(max = 50_000) int maxOutput,
			@ForAll @From("shares") List<Integer> shares, @ForAll @From("shares") List<Integer> others) {
		Worst worst = Worst.of(deployments, mostInput, mostInput / 4, maxOutput, 1).twice();
		long held = worst.mostInputNanoUsd() + worst.outputNanoUsd(maxOutput);
		long passedOver = Cost.of(use(shares, mostInput, maxOutput), deployments.getFirst().price());
		long given = Cost.of(use(others, mostInput, maxOutput), deployments.getLast().price());
		assertThat(passedOver + given).as("each is rounded up by itself").isLessThanOrEqualTo(held + 1);
	}

	@Property
	void holdsNoMoreThanTheDearestUseAndTheRounding(@ForAll @From("prices") Price price,
			@ForAll @LongRange(max = 2_000_000) long mostInput, @ForAll @IntRange(max = 200_000) int maxOutput) {
		Worst worst = Worst.of(List.of(with(price, 0)), mostInput, mostInput, maxOutput, 1);
		long dearestInput = price.upTo(mostInput).stream().mapToLong(Price::dearestInput).max().orElseThrow();
		long dearestOutput = price.upTo(mostInput).stream().mapToLong(Price::dearestOutput).max().orElseThrow();
		long held = worst.mostInputNanoUsd() + worst.outputNanoUsd(maxOutput);
		assertThat(held).isBetween(
				Cost.of(TokenCounts.of(mostInput, maxOutput), new Price(dearestInput, 0, 0, dearestOutput)),
				Cost.of(TokenCounts.of(mostInput, maxOutput), new Price(dearestInput, 0, 0, dearestOutput)) + 1);
	}

	/** Parts of what is allowed, by kind; what is left over is not used. */
	private static TokenCounts use(List<Integer> shares, long mostInput, long mostOutput) {
		long whole = Math.max(1, shares.stream().mapToLong(Integer::longValue).sum());
		long[] input = IntStream.range(0, 4).mapToLong((i) -> mostInput * shares.get(i) / whole).toArray();
		long[] output = IntStream.range(4, 7).mapToLong((i) -> mostOutput * shares.get(i) / whole).toArray();
		return new TokenCounts(input[0], input[1], input[2], output[0], output[1], input[3], output[2]);
	}

	@Provide
	Arbitrary<List<Integer>> shares() {
		return Arbitraries.oneOf(Arbitraries.of(0, 1).list().ofSize(7),
				Arbitraries.integers().between(0, 1000).list().ofSize(7));
	}

	@Provide
	Arbitrary<List<Deployment>> deployments() {
		return prices().list()
			.ofMinSize(1)
			.ofMaxSize(3)
			.map((prices) -> IntStream.range(0, prices.size()).mapToObj((i) -> with(prices.get(i), i)).toList());
	}

	@Provide
	Arbitrary<Price> prices() {
		Arbitrary<List<Price.Tier>> tiers = Combinators
			.combine(Arbitraries.longs().between(1, 300_000), flat(List.of()), Arbitraries.longs().between(1, 300_000),
					flat(List.of()), Arbitraries.integers().between(0, 2))
			.as((first, one, gap, two, count) -> List.of(new Price.Tier(first, one), new Price.Tier(first + gap, two))
				.subList(0, count));
		return tiers.flatMap(WorstPropertyTests::flat);
	}

	private static Arbitrary<Price> flat(List<Price.Tier> tiers) {
		Arbitrary<Long> amount = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(1, 1_000_000),
				Arbitraries.longs().between(1_000_000, 200_000_000_000L));
		return amount.list()
			.ofSize(7)
			.map((parts) -> new Price(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4),
					parts.get(5), parts.get(6), tiers, null));
	}

	private static Deployment with(Price price, int number) {
		return new Deployment(deployment("p", "m", 1).provider(), "m" + number, price, 1, 1, "max_tokens");
	}

}
