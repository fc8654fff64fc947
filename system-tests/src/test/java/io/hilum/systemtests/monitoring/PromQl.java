package io.hilum.systemtests.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus speaks of.
 *
 * @param metrics the names of its metrics
 * @param labels the names of the labels by which it selects and groups
 */
public record PromQl(Set<String> metrics, Set<String> labels) {

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

	private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");

	private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

	private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without)\\s*\\(([^)]*)\\)");

	private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");

	private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9]*_[a-z0-9_]+\\b(?!\\s*\\()");

	/**
	 * Read an expression.
	 * @param expression the expression
	 * @return what it speaks of
	 */
	public static PromQl parse(String expression) {
		String text = QUOTED.matcher(expression).replaceAll("\"\"");
		Set<String> labels = new TreeSet<>();
		SELECTOR.matcher(text)
			.results()
			.flatMap((selector) -> MATCHER.matcher(selector.group(1)).results())
			.forEach((label) -> labels.add(label.group(1)));
		GROUPING.matcher(text)
			.results()
			.flatMap((grouping) -> Pattern.compile("\\w+").matcher(grouping.group(1)).results())
			.forEach((label) -> labels.add(label.group()));
		String rest = GROUPING.matcher(SELECTOR.matcher(text).replaceAll("")).replaceAll("");
		Set<String> metrics = new TreeSet<>();
		Matcher names = NAME.matcher(RANGE.matcher(rest).replaceAll(""));
		while (names.find()) {
			metrics.add(names.group());
		}
		return new PromQl(metrics, labels);
	}

}
