package io.hilum.agents.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One code set in memory. Immutable.
 */
public final class CodeSet {

	private static final int SHORTEST_WORD = 3;

	private final String origin;

	private final Map<String, CodeEntry> byCode = new LinkedHashMap<>();

	private final Map<String, List<CodeEntry>> byWord = new HashMap<>();

	/**
	 * Index a code set.
	 * @param origin the file it is from
	 * @param entries the codes
	 */
	public CodeSet(String origin, Collection<CodeEntry> entries) {
		this.origin = origin;
		for (CodeEntry entry : entries) {
			this.byCode.put(CodeSystem.plain(entry.code()), entry);
			words(entry.description())
				.forEach((word) -> this.byWord.computeIfAbsent(word, (key) -> new ArrayList<>()).add(entry));
		}
	}

	/**
	 * The file it is from.
	 * @return a name
	 */
	public String origin() {
		return this.origin;
	}

	/**
	 * How many codes there are.
	 * @return the number
	 */
	public int size() {
		return this.byCode.size();
	}

	/**
	 * Find a code.
	 * @param code the code, with or without dots and hyphens
	 * @return what it means, if it is in the set
	 */
	public Optional<CodeEntry> find(String code) {
		return Optional.ofNullable(this.byCode.get(CodeSystem.plain(code)));
	}

	/**
	 * Find codes by words of their descriptions, or by how they begin. Those with most of
	 * the rarest words come first, billable ones before others.
	 * @param query words, or the beginning of a code
	 * @param limit how many at most
	 * @return the codes
	 */
	public List<CodeEntry> search(String query, int limit) {
		Map<CodeEntry, Double> scores = new HashMap<>();
		for (String word : words(query)) {
			List<CodeEntry> having = this.byWord.getOrDefault(word, List.of());
			double weight = Math.log(1 + this.byCode.size() / (1.0 + having.size()));
			having.forEach((entry) -> scores.merge(entry, weight, Double::sum));
		}
		String start = CodeSystem.plain(query);
		if (start.length() >= SHORTEST_WORD && start.chars().anyMatch(Character::isDigit)) {
			this.byCode.forEach((code, entry) -> {
				if (code.startsWith(start)) {
					scores.merge(entry, 100.0 / code.length(), Double::sum);
				}
			});
		}
		return scores.entrySet()
			.stream()
			.sorted(Comparator.<Map.Entry<CodeEntry, Double>>comparingDouble((entry) -> -rank(entry))
				.thenComparing((entry) -> entry.getKey().code()))
			.limit(limit)
			.map(Map.Entry::getKey)
			.toList();
	}

	private static double rank(Map.Entry<CodeEntry, Double> scored) {
		int length = words(scored.getKey().description()).size();
		return scored.getValue() * (1 + 1.0 / (1 + length)) + (scored.getKey().billable() ? 0.01 : 0);
	}

	private static Set<String> words(String text) {
		Set<String> words = new HashSet<>();
		Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.map((word) -> (word.endsWith("s") && word.length() > 4) ? word.substring(0, word.length() - 1) : word)
			.forEach(words::add);
		return words;
	}

}
