package io.hilum.routing.tokens;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.hilum.routing.catalogue.Price;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Cost} and {@link Estimate}.
 */
class CostTests {

	@Test
	void equalsTheExampleOfTheContract() {
		Price price = new Price(2_500_000_000L, 1_250_000_000L, 2_500_000_000L, 10_000_000_000L);
		assertThat(Cost.of(new TokenCounts(180, 50, 0, 84, 0, 0, 0), price)).isEqualTo(1_352_500);
	}

	@Test
	void isZeroForNothingAndForWhatIsFree() {
		assertThat(Cost.of(TokenCounts.NONE, new Price(1, 1, 1, 1))).isZero();
		assertThat(Cost.of(TokenCounts.of(1000, 1000), Price.FREE)).isZero();
	}

	@Property
	void isExactAndRoundedUpOnce(@ForAll @LongRange(min = 0, max = 10_000_000) long input,
			@ForAll @LongRange(min = 0, max = 10_000_000) long output,
			@ForAll @LongRange(min = 0, max = 5_000_000_000_000L) long inputPrice,
			@ForAll @LongRange(min = 0, max = 5_000_000_000_000L) long outputPrice) {
		long expected = BigDecimal.valueOf(input)
			.multiply(BigDecimal.valueOf(inputPrice))
			.add(BigDecimal.valueOf(output).multiply(BigDecimal.valueOf(outputPrice)))
			.divide(BigDecimal.valueOf(1_000_000), 0, RoundingMode.CEILING)
			.longValueExact();
		assertThat(Cost.of(TokenCounts.of(input, output), new Price(inputPrice, 0, 0, outputPrice)))
			.isEqualTo(expected);
	}

	@Test
	void estimatesATokenPerEventUnlessEventsAreBatches() {
		assertThat(Estimate.output(10, 50)).isEqualTo(10);
		assertThat(Estimate.output(2, 400)).isEqualTo(100);
		assertThat(Estimate.output(0, 0)).isZero();
		assertThat(Estimate.input(9)).isEqualTo(3);
	}

}
