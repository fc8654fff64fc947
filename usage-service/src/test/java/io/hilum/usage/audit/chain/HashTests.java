package io.hilum.usage.audit.chain;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hash}.
 */
class HashTests {

	@Test
	void buildsTheTreeOfTheStandard() {
		// RFC 6962 section 2.1.3: with three leaves the root is over a pair and a leaf.
		List<String> leaves = List.of("00".repeat(32), "11".repeat(32), "22".repeat(32));
		String pair = Hash.rootOf(leaves.subList(0, 2));
		String single = Hash.rootOf(leaves.subList(2, 3));
		assertThat(Hash.rootOf(leaves)).isEqualTo(Hash.sha256(new byte[] { 1 }, java.util.HexFormat.of().parseHex(pair),
				java.util.HexFormat.of().parseHex(single)));
		assertThat(single).isEqualTo(Hash.sha256(new byte[] { 0 }, java.util.HexFormat.of().parseHex(leaves.get(2))));
	}

	@Test
	void changesItsRootWithEveryLeaf() {
		List<String> leaves = new ArrayList<>();
		for (int i = 0; i < 9; i++) {
			leaves.add(Hash.ofEvent(Hash.NONE, "event " + i));
		}
		String root = Hash.rootOf(leaves);
		for (int i = 0; i < leaves.size(); i++) {
			List<String> other = new ArrayList<>(leaves);
			other.set(i, Hash.NONE);
			assertThat(Hash.rootOf(other)).isNotEqualTo(root);
			assertThat(Hash.rootOf(leaves.subList(0, i + 1)).equals(root)).isEqualTo(i + 1 == leaves.size());
		}
	}

	@Test
	void separatesEventsFromHeads() {
		assertThat(Hash.ofHead("{}")).isNotEqualTo(Hash.ofEvent(Hash.NONE, "{}"));
		assertThat(Hash.ofEvent(Hash.NONE, "{}")).isNotEqualTo(Hash.ofEvent("11".repeat(32), "{}"));
	}

}
