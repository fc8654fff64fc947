package io.hilum.systemtests.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What services export, in Prometheus' text format.
 *
 * @param labels the names of labels by the name of their metric
 */
public record Scrape(Map<String, Set<String>> labels) {

	private static final Pattern LINE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

	/**
	 * Read what services answered.
	 * @param answers their answers
	 * @return what they export together
	 */
	public static Scrape of(Iterable<String> answers) {
		Map<String, Set<String>> labels = new TreeMap<>();
		for (String answer : answers) {
			Matcher lines = LINE.matcher(answer);
			while (lines.find()) {
				Set<String> known = labels.computeIfAbsent(lines.group(1), (name) -> new TreeSet<>());
				if (lines.group(2) != null) {
					LABEL.matcher(lines.group(2)).results().forEach((label) -> known.add(label.group(1)));
				}
			}
		}
		return new Scrape(labels);
	}

	/**
	 * What an expression speaks of that nobody exports.
	 * @param expression the expression
	 * @param given labels that Prometheus adds
	 * @return names of metrics and of labels, none if all is there
	 */
	public Set<String> missing(PromQl expression, Set<String> given) {
		Set<String> missing = new TreeSet<>(expression.metrics());
		missing.removeAll(this.labels.keySet());
		Set<String> labelled = new TreeSet<>(expression.labels());
		labelled.removeAll(given);
		expression.metrics().forEach((metric) -> labelled.removeAll(this.labels.getOrDefault(metric, Set.of())));
		labelled.forEach((label) -> missing.add("label " + label));
		return missing;
	}

}
