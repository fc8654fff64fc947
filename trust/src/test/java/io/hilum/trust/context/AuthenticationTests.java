package io.hilum.trust.context;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Authentication}.
 */
class AuthenticationTests {

	private final Authentication strong = new Authentication(true, List.of("c1", "c3"), Duration.ofMinutes(15));

	@ParameterizedTest
	@CsvSource({ "true,c3,PT15M,true", "false,c3,PT15M,false", "true,c2,PT15M,false", "true,c3,PT15M0.001S,false",
			"true,c3,,false", "true,c1,PT-1S,true" })
	void isMetByASignInThatIsAllThatItAsksFor(boolean factor, String context, @Nullable Duration age, boolean met) {
		assertThat(this.strong.isMetBy(factor, Set.of("c9", context), age)).isEqualTo(met);
	}

	@Test
	void isMetByAnySignInWhereItAsksForNothing() {
		assertThat(Authentication.ANY.isMetBy(false, List.of(), null)).isTrue();
		assertThat(Authentication.ANY.isAny()).isTrue();
		assertThat(new Authentication(false, List.of(), Duration.ofHours(1)).isAny()).isFalse();
	}

}
