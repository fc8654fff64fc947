package io.hilum.phi.detect.own;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.known.Phrases;

/**
 * One version of what a hospital listed: patterns and words that are identifiers, and
 * words that are none. Immutable; prints its version only.
 *
 * @param version what tells it from others, empty for no lists
 * @param patterns patterns of identifiers
 * @param words words that are identifiers
 * @param never words that are none, unless they are listed as such or came with the
 * request
 */
public record OwnLists(String version, List<OwnPattern> patterns, Phrases<EntityType> words, Phrases<Boolean> never) {

	/**
	 * No lists.
	 */
	public static final OwnLists NONE = new OwnLists("", List.of(), new Phrases<>(), new Phrases<>());

	private static final double LISTED = 0.98;

	public OwnLists {
		patterns = List.copyOf(patterns);
	}

	/**
	 * Find what is listed.
	 * @param document a text
	 * @return the spans, in any order
	 */
	public List<Span> search(Document document) {
		if (this.patterns.isEmpty() && this.words.isEmpty()) {
			return List.of();
		}
		List<Span> spans = new ArrayList<>();
		Findings listed = new Findings(document, "list");
		this.words.search(document, (first, end, type) -> listed.add(first, end, type, LISTED));
		spans.addAll(listed.spans());
		for (OwnPattern pattern : this.patterns) {
			Findings found = new Findings(document, "pattern");
			pattern.search(document, found);
			found.spans()
				.forEach((span) -> spans.add(span.because("Your own pattern '" + pattern.name() + "' matches")));
		}
		return spans;
	}

	/**
	 * Leave out what is listed as harmless: spans of which every word is.
	 * @param document a text
	 * @param spans what was found in it
	 * @return the other spans
	 */
	public List<Span> withoutHarmless(Document document, List<Span> spans) {
		if (this.never.isEmpty() || spans.isEmpty()) {
			return spans;
		}
		BitSet harmless = new BitSet();
		this.never.search(document, (first, end, value) -> harmless.set(document.start(first), document.end(end - 1)));
		return harmless.isEmpty() ? spans
				: spans.stream().filter((span) -> !isHarmless(document.text(), span, harmless)).toList();
	}

	private static boolean isHarmless(String text, Span span, BitSet harmless) {
		for (int i = harmless.nextClearBit(span.start()); i < span.end(); i = harmless.nextClearBit(i + 1)) {
			if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return "OwnLists[" + this.version + "]";
	}

}
