package io.hilum.trust.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PhiText}.
 */
class PhiTextTests {

	@Test
	void printsItsLengthOnly() {
		assertThat(PhiText.of("Irma Peter")).hasToString("[REDACTED LENGTH=10]");
		assertThat("" + PhiText.of("")).isEqualTo("[REDACTED LENGTH=0]");
	}

	@Test
	void revealsTheTextWhenAsked() {
		assertThat(PhiText.of("Irma Peter").reveal()).isEqualTo("Irma Peter");
	}

}
