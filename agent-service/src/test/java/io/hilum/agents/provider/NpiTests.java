package io.hilum.agents.provider;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Npi}; 1234567893 is the example of CMS.
 */
class NpiTests {

	@ParameterizedTest
	@ValueSource(strings = { "1234567893", "1245319599" })
	void takesRightCheckDigits(String npi) {
		assertThat(Npi.isValid(npi)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1234567890", "123456789", "12345678933", "3234567899", "12345678a3" })
	void refusesTheRest(String npi) {
		assertThat(Npi.isValid(npi)).isFalse();
	}

	@Property
	void hasExactlyOneCheckDigitForEachNumber(@ForAll @LongRange(min = 100_000_000, max = 299_999_999) long first) {
		long valid = java.util.stream.IntStream.range(0, 10).filter((digit) -> Npi.isValid(first + "" + digit)).count();
		assertThat(valid).isEqualTo(1);
	}

}
