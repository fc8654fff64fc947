package io.hilum.phi.detect;

/**
 * A stretch of a text that a detector takes for an identifier.
 *
 * @param start the first UTF-16 unit
 * @param end the UTF-16 unit after the last
 * @param type what the identifier is
 * @param score how sure the detector is, from 0 to 1
 * @param detector the name of the detector, in lower case
 * @param why what of the detector's own knowledge says so, without a word of the text;
 * empty if the detector's name says it all
 */
public record Span(int start, int end, EntityType type, double score, String detector, String why) {

	public Span {
		if (start < 0 || end <= start) {
			throw new IllegalArgumentException("a span needs 0 <= start < end, has " + start + " and " + end);
		}
		if (!(score >= 0 && score <= 1)) {
			throw new IllegalArgumentException("a score is from 0 to 1, has " + score);
		}
	}

	/**
	 * A stretch that the detector's name says enough of.
	 * @param start the first UTF-16 unit
	 * @param end the UTF-16 unit after the last
	 * @param type what the identifier is
	 * @param score how sure the detector is, from 0 to 1
	 * @param detector the name of the detector, in lower case
	 */
	public Span(int start, int end, EntityType type, double score, String detector) {
		this(start, end, type, score, detector, "");
	}

	/**
	 * The same finding elsewhere, or a part of it.
	 * @param from the first UTF-16 unit
	 * @param to the UTF-16 unit after the last
	 * @return the finding there
	 */
	public Span at(int from, int to) {
		return new Span(from, to, this.type, this.score, this.detector, this.why);
	}

	/**
	 * The same finding for another reason.
	 * @param reason the reason
	 * @return the finding
	 */
	public Span because(String reason) {
		return new Span(this.start, this.end, this.type, this.score, this.detector, reason);
	}

	/**
	 * The number of UTF-16 units.
	 * @return the length
	 */
	public int length() {
		return this.end - this.start;
	}

}
