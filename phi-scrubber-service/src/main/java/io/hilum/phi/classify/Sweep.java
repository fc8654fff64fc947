package io.hilum.phi.classify;

import java.util.Arrays;
import java.util.List;

import io.hilum.phi.detect.DetectionFailedException;
import io.hilum.phi.detect.Document;

/**
 * Moves a window over one text until each of its words is judged. Two windows share some
 * pieces, of which the first half is left to the earlier and the second to the later one,
 * so that no word is judged at the edge of a window. Each window goes on by at least half
 * of its pieces, so the time is linear in the length of the text. Made per text.
 */
final class Sweep {

	private final Document document;

	private final TokenClassifier classifier;

	private final int overlap;

	private final Opinion[] opinions;

	private int from;

	private int next;

	Sweep(Document document, TokenClassifier classifier, int overlap) {
		this.document = document;
		this.classifier = classifier;
		this.overlap = overlap;
		this.opinions = new Opinion[document.size()];
		Arrays.fill(this.opinions, Opinion.NONE);
	}

	/**
	 * Judge the words of the text.
	 * @param goingOn is run before each window and throws if nobody waits any more
	 * @return what each token of the text is
	 */
	Opinion[] run(Runnable goingOn) {
		while (this.next < this.document.size()) {
			goingOn.run();
			window();
		}
		return this.opinions;
	}

	private void window() {
		String text = this.document.text();
		int end = end(text);
		Labelled labelled = this.classifier.label(text.substring(this.from, end));
		List<Labelled.Piece> pieces = labelled.pieces();
		if (end == text.length() && labelled.whole()) {
			judge(pieces, end);
			this.next = this.document.size();
			return;
		}
		int settled = end;
		int onward = end;
		if (pieces.size() > 2 * this.overlap) {
			settled = this.from + pieces.get(pieces.size() - this.overlap / 2).start();
			onward = this.from + pieces.get(pieces.size() - this.overlap).start();
		}
		else if (!labelled.whole()) {
			throw new DetectionFailedException("the classifier takes less at once than its windows share");
		}
		if (onward <= this.from) {
			throw new DetectionFailedException("the classifier does not get on with the text");
		}
		judge(pieces, settled);
		this.from = onward;
	}

	/** The end of a window, which is not within a character. */
	private int end(String text) {
		int end = Math.min(text.length(), this.from + this.classifier.reach());
		boolean within = end < text.length() && Character.isLowSurrogate(text.charAt(end))
				&& Character.isHighSurrogate(text.charAt(end - 1));
		return within ? end - 1 : end;
	}

	/** Judge the tokens that start before a place. */
	private void judge(List<Labelled.Piece> pieces, int until) {
		int piece = 0;
		while (this.next < this.document.size() && this.document.start(this.next) < until) {
			int start = this.document.start(this.next) - this.from;
			while (piece < pieces.size() && pieces.get(piece).end() <= start) {
				piece++;
			}
			this.opinions[this.next] = opinion(pieces, piece, this.document.end(this.next) - this.from);
			this.next++;
		}
	}

	/** What the pieces of one token say together. */
	private static Opinion opinion(List<Labelled.Piece> pieces, int first, int end) {
		if (first == pieces.size() || pieces.get(first).start() >= end) {
			return Opinion.NONE;
		}
		Opinion opinion = pieces.get(first).opinion();
		for (int i = first + 1; i < pieces.size() && pieces.get(i).start() < end; i++) {
			opinion = opinion.and(pieces.get(i).opinion());
		}
		return opinion;
	}

}
