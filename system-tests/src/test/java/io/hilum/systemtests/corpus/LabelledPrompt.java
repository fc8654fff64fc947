package io.hilum.systemtests.corpus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prompt with its identifiers marked. Offsets count Unicode code points, ends are
 * exclusive.
 */
public record LabelledPrompt(String id, String style, String text, List<Span> spans) {

	/**
	 * Types that have a form of their own, so that not one of them may leave.
	 */
	private static final Set<String> STRUCTURED = Set.of("PHONE", "FAX", "SSN", "MRN", "EMAIL", "DATE", "ACCOUNT",
			"HEALTH_PLAN", "URL", "IP");

	/**
	 * The structured identifiers that still stand in what was sent. One that also stands
	 * in the prompt with another meaning, as the murmur in <em>3/6 systolic murmur on
	 * 3/6</em>, may stand there as often as that.
	 */
	public List<String> leaksInto(String sent) {
		Map<String, Long> labelled = this.spans.stream()
			.filter((span) -> STRUCTURED.contains(span.type()) && !span.optional())
			.collect(Collectors.groupingBy((span) -> span.in(this.text), LinkedHashMap::new, Collectors.counting()));
		return labelled.keySet()
			.stream()
			.filter((identifier) -> count(identifier, sent) > Math.max(0,
					count(identifier, this.text) - labelled.getOrDefault(identifier, 0L)))
			.toList();
	}

	/**
	 * How often an identifier stands in a text and is not part of a longer word or
	 * number.
	 */
	private static long count(String identifier, String text) {
		return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(identifier) + "(?![\\p{L}\\p{N}])")
			.matcher(text)
			.results()
			.count();
	}

	/**
	 * The stretch of a text that identifies somebody.
	 */
	public record Span(int start, int end, String type, boolean optional) {

		public String in(String text) {
			int[] points = Arrays.copyOfRange(text.codePoints().toArray(), this.start, this.end);
			return new String(points, 0, points.length);
		}

	}

}
