package io.hilum.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The files of the journal, oldest first; the last is written to. Mutable and guarded by
 * the lock of the journal.
 */
final class SegmentStore implements Closeable {

	private final Path directory;

	private final long segmentBytes;

	private final boolean syncSealed;

	private final Deque<Segment> segments;

	private final Queue<SegmentWriter> unforced = new ConcurrentLinkedQueue<>();

	private volatile SegmentWriter writer;

	private long nextNumber;

	private long storedBytes;

	SegmentStore(JournalSettings settings, Recovery recovery) throws IOException {
		this.directory = settings.directory();
		this.segmentBytes = settings.segmentBytes();
		this.syncSealed = settings.durability() != Durability.NEVER;
		this.segments = recovery.segments();
		this.storedBytes = this.segments.stream().mapToLong(Segment::length).sum();
		this.nextNumber = recovery.nextNumber();
		this.writer = begin();
	}

	/**
	 * Append a frame to the last segment, or to a new one if that is long enough.
	 * @param frame the encoded record
	 * @return the segment that has it
	 */
	Segment write(byte[] frame) throws IOException {
		if (current().length() >= this.segmentBytes) {
			seal();
		}
		this.writer.write(frame);
		this.storedBytes += frame.length;
		return current();
	}

	private void seal() throws IOException {
		SegmentWriter next = begin();
		if (this.syncSealed) {
			this.unforced.add(this.writer);
		}
		else {
			this.writer.close();
		}
		this.writer = next;
	}

	/**
	 * Force everything that was written before this call to the disk: the files that have
	 * ended since, and the last. Called by one thread at a time, without the lock of the
	 * journal: whoever ends a file does not wait for the disk.
	 */
	void sync() throws IOException {
		SegmentWriter last = this.writer;
		for (SegmentWriter ended = this.unforced.peek(); ended != null && ended != last; ended = this.unforced.peek()) {
			ended.sync();
			ended.close();
			this.unforced.remove();
		}
		last.sync();
	}

	/**
	 * How many files have ended and are not forced to the disk yet.
	 * @return the number of files
	 */
	int unforced() {
		return this.unforced.size();
	}

	private SegmentWriter begin() throws IOException {
		Segment segment = new Segment(this.directory, this.nextNumber, 0);
		SegmentWriter begun = new SegmentWriter(segment);
		this.nextNumber++;
		this.segments.addLast(segment);
		return begun;
	}

	/**
	 * The oldest segment, if it is no longer written to.
	 * @return the segment
	 */
	Optional<Segment> oldestSealed() {
		return (this.segments.size() > 1) ? Optional.of(this.segments.getFirst()) : Optional.empty();
	}

	void removeOldest() throws IOException {
		Segment oldest = this.segments.getFirst();
		Files.deleteIfExists(oldest.path());
		this.segments.removeFirst();
		this.storedBytes -= oldest.length();
	}

	/**
	 * The first segment whose number is not below the given one.
	 * @param number the number
	 * @return the segment
	 */
	Optional<Segment> atOrAfter(long number) {
		return this.segments.stream().filter((segment) -> segment.number() >= number).findFirst();
	}

	/**
	 * How many bytes lie behind a place.
	 * @param position the place
	 * @return the number of bytes
	 */
	long bytesBehind(JournalPosition position) {
		long bytes = 0;
		for (Segment segment : this.segments) {
			if (segment.number() > position.segment()) {
				bytes += segment.length();
			}
			else if (segment.number() == position.segment()) {
				bytes += segment.length() - position.offset();
			}
		}
		return bytes;
	}

	Segment current() {
		return this.segments.getLast();
	}

	long storedBytes() {
		return this.storedBytes;
	}

	@Override
	public void close() throws IOException {
		this.writer.close();
		for (SegmentWriter ended : this.unforced) {
			ended.close();
		}
	}

}
