package io.hilum.rag.retrieve;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): what stands high in
 * several lists comes first, whatever their scores mean.
 */
final class Fusion {

	private static final int K = 60;

	private Fusion() {
	}

	/**
	 * Fuse ranked lists.
	 * @param rankings the lists, best first
	 * @return all passages of all lists, best first
	 */
	static List<Ranked> fuse(List<List<UUID>> rankings) {
		Map<UUID, Double> scores = new LinkedHashMap<>();
		for (List<UUID> ranking : rankings) {
			for (int i = 0; i < ranking.size(); i++) {
				scores.merge(ranking.get(i), 1.0 / (K + i + 1), Double::sum);
			}
		}
		return scores.entrySet()
			.stream()
			.map((entry) -> new Ranked(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::passage))
			.toList();
	}

	/**
	 * A passage with its fused score.
	 *
	 * @param passage the passage
	 * @param score at most the number of lists divided by 61
	 */
	record Ranked(UUID passage, double score) {
	}

}
