package io.hilum.phi.detect;

/**
 * A stretch of a text that a detector takes for an identifier.
 *
 * @param start the first UTF-16 unit
 * @param end the UTF-16 unit after the last
 * @param type what the identifier is
 * @param score how sure the detector is, from 0 to 1
 * @param detector the name of the detector, in lower case
 */
public record Span(int start, int end, EntityType type, double score, String detector) {

	public Span {
		if (start < 0 || end <= start) {
			throw new IllegalArgumentException("a span needs 0 <= start < end, has " + start + " and " + end);
		}
		if (!(score >= 0 && score <= 1)) {
			throw new IllegalArgumentException("a score is from 0 to 1, has " + score);
		}
	}

	/**
	 * The number of UTF-16 units.
	 * @return the length
	 */
	public int length() {
		return this.end - this.start;
	}

	/**
	 * Whether this span and another share a unit.
	 * @param other the other span of the same text
	 * @return {@code true} if they overlap
	 */
	public boolean overlaps(Span other) {
		return this.start < other.end && other.start < this.end;
	}

}
