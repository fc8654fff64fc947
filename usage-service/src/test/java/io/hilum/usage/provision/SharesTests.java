package io.hilum.usage.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Shares} and {@link ProvisionedUse}.
 */
class SharesTests {

	@Test
	void dividesByWeightAndGivesTheRestToWhoLostMost() {
		assertThat(Shares.of(100, Map.of("a", 1L, "b", 1L, "c", 1L))).containsExactly(Map.entry("a", 34L),
				Map.entry("b", 33L), Map.entry("c", 33L));
		assertThat(Shares.of(10, Map.of("a", 2L, "b", 1L, "idle", 0L))).containsExactly(Map.entry("a", 7L),
				Map.entry("b", 3L));
		assertThat(Shares.of(10, Map.of("idle", 0L))).isEmpty();
	}

	@Property
	void thePartsAreTheWholeAndNobodyIsOffByOne(@ForAll @LongRange(max = 9_000_000_000_000_000L) long amount,
			@ForAll @Size(min = 1, max = 20) List<@LongRange(max = 1_000_000_000_000L) Long> weights) {
		Map<String, Long> named = new HashMap<>();
		for (int i = 0; i < weights.size(); i++) {
			named.put("team" + i, weights.get(i));
		}
		long all = weights.stream().mapToLong(Long::longValue).sum();
		Map<String, Long> shares = Shares.of(amount, named);
		assertThat(shares.values().stream().mapToLong(Long::longValue).sum()).isEqualTo((all == 0) ? 0 : amount);
		shares
			.forEach((team, share) -> assertThat(Math.abs(share - (double) amount * named.getOrDefault(team, 0L) / all))
				.isLessThan(1 + amount * 1e-12));
	}

	@Test
	void whatNobodyUsedIsNobodys() {
		assertThat(new ProvisionedUse("azure/x", 2, 100, new TreeMap<>()).byTeam())
			.containsExactly(Map.entry(ProvisionedUse.UNUSED, 100L));
	}

}
