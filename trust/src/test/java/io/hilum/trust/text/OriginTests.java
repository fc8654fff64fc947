package io.hilum.trust.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Origin}.
 */
class OriginTests {

	@Test
	void tellsWhereAFailureComesFromWithoutItsMessage() {
		String origin = Origin.of(new IllegalStateException("Irma", new IllegalArgumentException("Peter")));
		assertThat(origin).startsWith("java.lang.IllegalArgumentException in ")
			.contains("OriginTests")
			.doesNotContain("Irma", "Peter");
	}

}
