package io.hilum.routing.budget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.catalogue.CatalogueFixtures.deployment;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Worst}.
 */
class WorstTests {

	@Test
	void holdsForTheDearestTierOfServiceThatTheRequestMayBeServedIn() {
		Deployment usual = deployment("a", "m", 1);
		Price base = new Price(1_000_000_000, 1_000_000_000, 1_000_000_000, 2_000_000_000);
		Price tiered = base.with(Map.of("priority", new Price.Service(base.times(BigDecimal.TWO, "priority"), false),
				"flex", new Price.Service(base.times(new BigDecimal("0.5"), "flex"), false), "set",
				new Price.Service(base.times(BigDecimal.TEN, "set"), true)));
		Deployment deployment = new Deployment(usual.provider(), "m", tiered, 1, 1, "max_tokens");
		assertThat(outputFor(deployment, "priority")).isEqualTo(4_000_000_000L);
		assertThat(outputFor(deployment, "flex")).as("the provider may serve it as usual").isEqualTo(2_000_000_000);
		assertThat(outputFor(deployment, "default")).isEqualTo(2_000_000_000);
		assertThat(outputFor(deployment, "auto")).isEqualTo(20_000_000_000L);
		assertThat(outputFor(deployment, null)).as("as the project is set").isEqualTo(20_000_000_000L);
	}

	private static long outputFor(Deployment deployment, @Nullable String tier) {
		return Worst.of(List.of(deployment), 10, 10, 10, 1, tier).price().output();
	}

	@Test
	void takesTheHighestPriceOfEachKindOverAllCandidates() {
		Deployment usual = deployment("a", "m", 1);
		Deployment dearOutput = new Deployment(usual.provider(), "n", new Price(1, 1, 9_000_000_000L, 30_000_000_000L),
				1, 1, "max_tokens");
		Worst worst = Worst.of(List.of(usual, dearOutput), 1000, 100, 2);
		assertThat(worst.price().input()).isEqualTo(9_000_000_000L);
		assertThat(worst.price().output()).isEqualTo(30_000_000_000L);
		assertThat(worst.mostInputNanoUsd()).isEqualTo(9_000_000);
		assertThat(worst.likelyInputNanoUsd()).isEqualTo(2_250_000);
		assertThat(worst.outputNanoUsd(100)).isEqualTo(6_000_000);
	}

	@Test
	void takesTheTierThatTheMostInputCanReach() {
		Deployment tiered = tiered();
		assertThat(Worst.of(List.of(tiered), 100_000, 10, 1).price().input()).isEqualTo(1_000_000_000);
		Worst large = Worst.of(List.of(tiered), 100_001, 10, 1);
		assertThat(large.price().input()).isEqualTo(5_000_000_000L);
		assertThat(large.price().output()).as("thoughts are dearer than answers").isEqualTo(9_000_000_000L);
		long most = Cost.of(new TokenCounts(1, 0, 100_000, 0, 10, 0, 0), tiered.price());
		assertThat(large.mostInputNanoUsd() + large.outputNanoUsd(10)).as("covers the dearest request")
			.isGreaterThanOrEqualTo(most);
	}

	private static Deployment tiered() {
		Price above = new Price(5_000_000_000L, 500_000_000, 5_000_000_000L, 2_500_000_000L, 9_000_000_000L, 0, 0,
				List.of(), "v");
		Deployment usual = deployment("a", "m", 1);
		return new Deployment(usual.provider(), "n", new Price(1_000_000_000, 100_000_000, 1_000_000_000, 500_000_000,
				500_000_000, 0, 0, List.of(new Price.Tier(100_000, above)), "v"), 1, 1, "max_tokens");
	}

	@Test
	void coversAnAnswerThatIsPassedOver() {
		Worst once = Worst.of(List.of(deployment("a", "m", 1)), 1000, 100, 1);
		Worst twice = once.twice();
		assertThat(twice.mostInputNanoUsd()).isEqualTo(2 * once.mostInputNanoUsd());
		assertThat(twice.likelyInputNanoUsd()).isEqualTo(2 * once.likelyInputNanoUsd());
		assertThat(twice.outputNanoUsd(100)).isEqualTo(2 * once.outputNanoUsd(100));
	}

}
