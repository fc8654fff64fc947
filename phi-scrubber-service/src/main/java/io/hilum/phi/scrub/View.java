package io.hilum.phi.scrub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.Span;
import io.hilum.phi.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One way to look at a text, or at some that go on from each other: as they stand, or as
 * they read. What is found in it has a place in each of them.
 *
 * @param document what is searched
 * @param reading how it came from the texts, {@code null} if it is what they are
 * @param first the first of the texts
 * @param bounds where each of the texts starts in all of them, and where the last ends
 */
record View(Document document, @Nullable Reading reading, int first, int[] bounds) {

	/** Why of what is found only once a text is read. */
	static final String HIDDEN = "hidden";

	/**
	 * All ways to look at texts.
	 * @param texts the texts
	 * @return each text as it stands and, if it hides something, as it reads; then the
	 * same for all texts that go on from each other
	 */
	static List<View> of(Texts texts) {
		List<View> views = new ArrayList<>(texts.all().size());
		for (int i = 0; i < texts.all().size(); i++) {
			add(texts.all().get(i), i, new int[] { 0, texts.all().get(i).length() }, views);
		}
		texts.groups((first, end) -> {
			StringBuilder joined = new StringBuilder();
			int[] bounds = new int[end - first + 1];
			for (int i = first; i < end; i++) {
				joined.append(texts.all().get(i));
				bounds[i + 1 - first] = joined.length();
			}
			add(joined.toString(), first, bounds, views);
		});
		return views;
	}

	private static void add(String text, int first, int[] bounds, List<View> views) {
		views.add(new View(new Document(text), null, first, bounds));
		Optional<Reading> hidden = Reading.of(text);
		hidden.ifPresent((reading) -> views.add(new View(new Document(reading.text()), reading, first, bounds)));
	}

	/**
	 * Put spans of this view where they stand in the texts.
	 * @param found the spans
	 * @param places for each text what was found in it
	 */
	void place(List<Span> found, List<List<Span>> places) {
		for (Span span : found) {
			int start = (this.reading == null) ? span.start() : this.reading.start(span.start());
			int end = (this.reading == null) ? span.end() : this.reading.end(span.end() - 1);
			place(start, end, (end - start == span.length()) ? span : span.because(HIDDEN), places);
		}
	}

	private void place(int start, int end, Span span, List<List<Span>> places) {
		int at = Arrays.binarySearch(this.bounds, start);
		int part = (at < 0) ? -at - 2 : at;
		while (part + 1 < this.bounds.length && this.bounds[part] < end) {
			int from = Math.max(start, this.bounds[part]) - this.bounds[part];
			int to = Math.min(end, this.bounds[part + 1]) - this.bounds[part];
			if (from < to) {
				places.get(this.first + part).add(span.at(from, to));
			}
			part++;
		}
	}

}
