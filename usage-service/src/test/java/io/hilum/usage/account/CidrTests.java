package io.hilum.usage.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Cidr}.
 */
class CidrTests {

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/8", "0.0.0.0/0", "192.168.1.7/32", "2001:db8::/32", "::/0", "::1/128" })
	void takesNetworks(String text) {
		assertThat(Cidr.isValid(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "::/129",
			"localhost/8", "example.com/8", "10.0.0.256/8", "10.0.0.0/99999999999", "10.0.0.0/8 " })
	void refusesWhatIsNone(String text) {
		assertThat(Cidr.isValid(text)).isFalse();
	}

}
