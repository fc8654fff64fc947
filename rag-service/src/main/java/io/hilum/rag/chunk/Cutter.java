package io.hilum.rag.chunk;

import java.text.BreakIterator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Cuts one text into pieces. Mutable, for one thread.
 */
final class Cutter {

	private final String text;

	private final ChunkProperties properties;

	private int cutAt;

	Cutter(String text, ChunkProperties properties) {
		this.text = text;
		this.properties = properties;
	}

	/**
	 * The next piece.
	 * @return the piece, or {@code null} at the end of the text
	 */
	@Nullable Piece next() {
		int fresh = skipSpace(this.cutAt);
		if (fresh == this.text.length()) {
			return null;
		}
		int start = overlapBefore(fresh);
		int end = endOf(start, fresh);
		if (end < 0) {
			start = fresh;
			end = endOf(start, fresh);
		}
		if (end < 0) {
			end = withinLongWord(start);
		}
		this.cutAt = end;
		return new Piece(start, stripEnd(fresh, end), fresh - start);
	}

	/**
	 * Where a piece ends, or -1 if no word ends within reach.
	 */
	private int endOf(int start, int fresh) {
		int limit = start + this.properties.max();
		if (limit >= this.text.length()) {
			return this.text.length();
		}
		int wanted = Math.max(fresh + 1, start + this.properties.target() / 2);
		int paragraph = this.text.lastIndexOf("\n\n", limit);
		if (paragraph >= wanted) {
			return paragraph;
		}
		int sentence = sentenceEnd(start, limit);
		if (sentence >= wanted) {
			return sentence;
		}
		return wordEnd(fresh, limit);
	}

	private int sentenceEnd(int start, int limit) {
		BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
		sentences.setText(this.text.substring(start, limit));
		int end = sentences.preceding(limit - start);
		return (end > 0 && Character.isWhitespace(this.text.charAt(start + end - 1))) ? start + end : -1;
	}

	private int wordEnd(int fresh, int limit) {
		int end = limit;
		while (end > fresh && !Character.isWhitespace(this.text.charAt(end))) {
			end--;
		}
		return (end > fresh) ? end : -1;
	}

	private int withinLongWord(int start) {
		int end = start + this.properties.max();
		return Character.isHighSurrogate(this.text.charAt(end - 1)) ? end - 1 : end;
	}

	private int overlapBefore(int fresh) {
		int start = Math.max(0, this.cutAt - this.properties.overlap());
		while (start < this.cutAt && !wordBegins(start)) {
			start++;
		}
		return (this.cutAt > 0 && start < this.cutAt) ? start : fresh;
	}

	private boolean wordBegins(int offset) {
		return !Character.isWhitespace(this.text.charAt(offset))
				&& (offset == 0 || Character.isWhitespace(this.text.charAt(offset - 1)));
	}

	private int skipSpace(int from) {
		int offset = from;
		while (offset < this.text.length() && Character.isWhitespace(this.text.charAt(offset))) {
			offset++;
		}
		return offset;
	}

	private int stripEnd(int fresh, int end) {
		int offset = end;
		while (offset > fresh && Character.isWhitespace(this.text.charAt(offset - 1))) {
			offset--;
		}
		return offset;
	}

	/**
	 * Where a piece is in the text.
	 *
	 * @param start the first character
	 * @param end the character behind the last
	 * @param overlap how many characters are of the piece before
	 */
	record Piece(int start, int end, int overlap) {
	}

}
