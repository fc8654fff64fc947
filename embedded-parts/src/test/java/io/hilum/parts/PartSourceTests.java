package io.hilum.parts;

import io.hilum.parts.containers.ContainerParts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PartSource}.
 */
class PartSourceTests {

	@Test
	void prefersContainersWhereAnEngineAnswers() {
		assertThat(PartSource.choose(null, () -> true)).isInstanceOf(ContainerParts.class);
		assertThat(PartSource.choose("", () -> false)).isInstanceOf(NativeParts.class);
	}

	@Test
	void aWishOverridesTheEngine() {
		assertThat(PartSource.choose("native", () -> true)).isInstanceOf(NativeParts.class);
		assertThat(PartSource.choose("containers", () -> false)).isInstanceOf(ContainerParts.class);
	}

	@Test
	void namesAWishItCannotFulfil() {
		assertThatExceptionOfType(PartException.class).isThrownBy(() -> PartSource.choose("podman", () -> true))
			.withMessage("HILUM_TEST_PARTS must be native or containers, is podman");
	}

}
