package io.hilum.journal;

/**
 * A place in the journal.
 *
 * @param segment the number of the file
 * @param offset the offset in it, in bytes
 */
public record JournalPosition(long segment, long offset) implements Comparable<JournalPosition> {

	static final JournalPosition START = new JournalPosition(0, 0);

	@Override
	public int compareTo(JournalPosition other) {
		int bySegment = Long.compare(this.segment, other.segment);
		return (bySegment != 0) ? bySegment : Long.compare(this.offset, other.offset);
	}

}
