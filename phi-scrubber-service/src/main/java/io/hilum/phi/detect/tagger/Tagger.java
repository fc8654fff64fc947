package io.hilum.phi.detect.tagger;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.dictionary.Words;

/**
 * Runs the model over a text, row by row. Thread-safe.
 */
final class Tagger {

	/** A row of more tokens is cut, at the start of a line if there is one. */
	private static final int ROW = 512;

	private final Model model;

	private final float[] factors;

	Tagger(Model model) {
		this.model = model;
		this.factors = model.factors();
	}

	Tagging tag(Words words) {
		Document document = words.document();
		int size = document.size();
		Tagging tagging = new Tagging(size);
		Features features = new Features(words, Veil.NONE);
		Lattice lattice = new Lattice(Math.min(size, ROW), this.factors);
		int[] buckets = new int[Features.MOST];
		float[] scores = new float[Tag.COUNT];
		int from = 0;
		while (from < size) {
			int to = endOfRow(document, from);
			for (int i = from; i < to; i++) {
				this.model.score(buckets, features.read(i, buckets), scores);
				lattice.put(i - from, scores);
			}
			lattice.run(to - from);
			for (int i = from; i < to; i++) {
				tagging.put(i, lattice, i - from);
			}
			lattice.carry(to - from);
			from = to;
		}
		return tagging;
	}

	private static int endOfRow(Document document, int from) {
		int to = Math.min(document.size(), from + ROW);
		if (to == document.size()) {
			return to;
		}
		for (int i = to; i > from + ROW / 2; i--) {
			if (document.startsLine(i)) {
				return i;
			}
		}
		return to;
	}

}
