package io.hilum.phi.training.corpus;

import java.util.List;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.tagger.Tag;

/**
 * A generated text and what is marked in it.
 *
 * @param text the text
 * @param marks the marked stretches in order, none overlapping another
 * @param family the family of templates that it comes from
 */
public record Labelled(String text, List<Mark> marks, String family) {

	/**
	 * A marked stretch.
	 *
	 * @param start the first UTF-16 unit
	 * @param end the unit after the last
	 * @param kind what it is
	 */
	public record Mark(int start, int end, Kind kind) {
	}

	/**
	 * The tags of the tokens of this text.
	 * @param document this text in tokens
	 * @return for each token the ordinal of its tag
	 */
	public int[] tags(Document document) {
		int[] tags = new int[document.size()];
		int next = 0;
		for (Mark mark : this.marks) {
			while (next < tags.length && document.start(next) < mark.start()) {
				next++;
			}
			int begin = Tag.NAME_BEGIN.ordinal() + 2 * mark.kind().ordinal();
			for (int first = next; next < tags.length && document.start(next) < mark.end(); next++) {
				tags[next] = (next == first) ? begin : begin + 1;
			}
		}
		return tags;
	}

}
