package io.hilum.systemtests.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
	 * The identifiers that must never reach a provider, as they stand in the text.
	 */
	public List<String> structuredIdentifiers() {
		return this.spans.stream()
			.filter((span) -> STRUCTURED.contains(span.type()) && !span.optional())
			.map((span) -> span.in(this.text))
			.distinct()
			.toList();
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
