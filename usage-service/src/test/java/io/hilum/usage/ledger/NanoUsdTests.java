package io.hilum.usage.ledger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link NanoUsd}.
 */
class NanoUsdTests {

	@Test
	void writesNineDecimals() {
		assertThat(NanoUsd.format(1_352_500)).isEqualTo("0.001352500");
		assertThat(NanoUsd.format(0)).isEqualTo("0.000000000");
		assertThat(NanoUsd.format(Long.MAX_VALUE)).isEqualTo("9223372036.854775807");
	}

	@Property
	void readsWhatItWrote(@ForAll long nanos) {
		assertThat(NanoUsd.parse(NanoUsd.format(nanos))).isEqualTo(nanos);
	}

	@Test
	void refusesToRound() {
		assertThatThrownBy(() -> NanoUsd.parse("0.0000000001")).isInstanceOf(ArithmeticException.class);
		assertThatThrownBy(() -> NanoUsd.parse("9223372037")).isInstanceOf(ArithmeticException.class);
		assertThatThrownBy(() -> NanoUsd.parse("1,5")).isInstanceOf(NumberFormatException.class);
	}

}
