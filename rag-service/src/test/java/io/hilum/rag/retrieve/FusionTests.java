package io.hilum.rag.retrieve;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Fusion}.
 */
class FusionTests {

	private static final UUID A = new UUID(0, 1);

	private static final UUID B = new UUID(0, 2);

	private static final UUID C = new UUID(0, 3);

	@Test
	void putsFirstWhatBothListsHave() {
		assertThat(Fusion.fuse(List.of(List.of(A, C), List.of(B, C)))).extracting(Fusion.Ranked::passage)
			.containsExactly(C, A, B);
	}

	@Test
	void scoresByRanksOnly() {
		List<Fusion.Ranked> fused = Fusion.fuse(List.of(List.of(A), List.of(B, A)));
		assertThat(fused.getFirst().passage()).isEqualTo(A);
		assertThat(fused.getFirst().score()).isCloseTo(1.0 / 61 + 1.0 / 62, within(1e-12));
		assertThat(fused.getLast().score()).isCloseTo(1.0 / 61, within(1e-12));
	}

	@Test
	void hasNothingOfEmptyLists() {
		assertThat(Fusion.fuse(List.of(List.of(), List.of()))).isEmpty();
	}

}
