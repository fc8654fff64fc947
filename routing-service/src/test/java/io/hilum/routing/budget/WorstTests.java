package io.hilum.routing.budget;

import java.util.List;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Price;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.catalogue.CatalogueFixtures.deployment;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Worst}.
 */
class WorstTests {

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
	void coversAnAnswerThatIsPassedOver() {
		Worst once = Worst.of(List.of(deployment("a", "m", 1)), 1000, 100, 1);
		Worst twice = once.twice();
		assertThat(twice.mostInputNanoUsd()).isEqualTo(2 * once.mostInputNanoUsd());
		assertThat(twice.likelyInputNanoUsd()).isEqualTo(2 * once.likelyInputNanoUsd());
		assertThat(twice.outputNanoUsd(100)).isEqualTo(2 * once.outputNanoUsd(100));
	}

}
