package io.hilum.phi.figures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The figures of one set.
 *
 * @param prompts how many prompts it has
 * @param types identifiers covered, by type
 * @param traps traps touched, by kind
 * @param wrong letters and digits masked that belong to no identifier, of all such
 * @param clean prompts with identifiers that leak none
 * @param negative prompts without identifiers in which anything is masked
 * @param leaks identifiers that are not covered, as {@code id TYPE text}
 */
record Figures(int prompts, SortedMap<String, Tally> types, SortedMap<String, Tally> traps, Tally wrong, Tally clean,
		Tally negative, List<String> leaks) {

	private static final Set<String> FREE = Set.of("NAME", "LOCATION");

	/** The share of identifiers of which every letter and digit is masked. */
	double cover() {
		return sum(this.types.values()).percent();
	}

	double names() {
		return this.types.getOrDefault("NAME", Tally.NONE).percent();
	}

	/** The cover of all types that have a written form: all but names and places. */
	double structured() {
		return sum(this.types.entrySet()
			.stream()
			.filter((type) -> !FREE.contains(type.getKey()))
			.map(Map.Entry::getValue)
			.collect(Collectors.toList())).percent();
	}

	double wrongPerThousand() {
		return this.wrong.percent() * 10;
	}

	/** The leaks that are no names or places, which is what a pattern can mend. */
	List<String> structuredLeaks() {
		return this.leaks.stream()
			.filter((leak) -> FREE.stream().noneMatch((type) -> leak.contains(" " + type + " ")))
			.toList();
	}

	private static Tally sum(Iterable<Tally> tallies) {
		Tally sum = Tally.NONE;
		for (Tally tally : tallies) {
			sum = sum.plus(tally);
		}
		return sum;
	}

}
