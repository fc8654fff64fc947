package io.hilum.phi.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.phi.detect.Span;

/**
 * Resolves overlaps. The surer span wins, of equals the longer. What a loser covers
 * beyond the winner stays covered by the rest of the loser, so that nothing found is ever
 * let go.
 */
public final class SpanResolver {

	private static final Comparator<Span> ORDER = Comparator.comparingDouble(Span::score)
		.reversed()
		.thenComparing(Comparator.comparingInt(Span::length).reversed())
		.thenComparingInt(Span::start)
		.thenComparing(Span::type)
		.thenComparing(Span::detector)
		.thenComparing(Span::why);

	private SpanResolver() {
	}

	/**
	 * Resolve the overlaps of the spans of one text.
	 * @param text the text
	 * @param spans its spans in any order
	 * @return spans in the order of the text that share no unit
	 */
	public static List<Span> resolve(String text, List<Span> spans) {
		List<Span> order = new ArrayList<>(spans);
		order.sort(ORDER);
		TreeMap<Integer, Span> taken = new TreeMap<>();
		for (Span span : order) {
			place(text, span, taken);
		}
		return List.copyOf(taken.values());
	}

	/** Put what is free of a span between the spans that were placed before. */
	private static void place(String text, Span span, TreeMap<Integer, Span> taken) {
		int from = span.start();
		Map.Entry<Integer, Span> before = taken.floorEntry(from);
		if (before != null) {
			from = Math.max(from, before.getValue().end());
		}
		while (from < span.end()) {
			Map.Entry<Integer, Span> next = taken.ceilingEntry(from);
			int to = (next == null) ? span.end() : Math.min(span.end(), next.getKey());
			put(text, span, from, to, taken);
			from = (next == null) ? span.end() : Math.max(to, next.getValue().end());
		}
	}

	private static void put(String text, Span span, int from, int to, TreeMap<Integer, Span> taken) {
		int start = from;
		int end = to;
		boolean whole = from == span.start() && to == span.end();
		while (!whole && start < end && !Character.isLetterOrDigit(text.codePointAt(start))) {
			start++;
		}
		while (!whole && end > start && !Character.isLetterOrDigit(text.codePointBefore(end))) {
			end--;
		}
		if (start < end) {
			taken.put(start, span.at(start, end));
		}
	}

}
