package io.hilum.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads what an earlier process left: cuts a torn tail off, counts what is pending, finds
 * the intents that were never completed. Created per opening and not thread-safe.
 */
final class Recovery {

	private final JournalPosition acknowledged;

	private final Recollection recollection;

	private final Deque<Segment> segments = new ArrayDeque<>();

	private final Intents intents = new Intents();

	private long pendingEntries;

	private long oldestPendingMillis;

	private long damagedBytes;

	private Instant since = Instant.MAX;

	private Recovery(JournalPosition acknowledged, Recollection recollection) {
		this.acknowledged = acknowledged;
		this.recollection = recollection;
	}

	static Recovery of(Path directory, JournalPosition acknowledged, Recollection recollection) throws IOException {
		Recovery recovery = new Recovery(acknowledged, recollection);
		for (Path file : segmentsIn(directory)) {
			recovery.read(directory, Segment.numberOf(file));
		}
		return recovery;
	}

	private static List<Path> segmentsIn(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter(Segment::isSegment).sorted(Comparator.comparingLong(Segment::numberOf)).toList();
		}
	}

	private void read(Path directory, long number) throws IOException {
		Segment segment = new Segment(directory, number, 0);
		long size = Files.size(segment.path());
		try (SegmentReader reader = new SegmentReader(segment.path(), 0)) {
			for (ByteBuffer payload = reader.next(size); payload != null; payload = reader.next(size)) {
				int bytes = (int) (reader.offset() - segment.length());
				segment.grow(bytes);
				apply(Frame.decode(payload), segment, bytes);
			}
		}
		if (segment.length() < size) {
			cut(segment, size);
		}
		this.segments.add(segment);
	}

	private void apply(JournalRecord record, Segment segment, int bytes) {
		JournalEntry entry = record.entry();
		Instant recordedAt = Instant.ofEpochMilli(record.timeMillis());
		this.since = recordedAt.isBefore(this.since) ? recordedAt : this.since;
		if (record.kind() == JournalRecord.Kind.COMPLETE && entry != null) {
			this.recollection.ended(record.id(), recordedAt, entry);
		}
		if (record.kind() == JournalRecord.Kind.PROVISIONAL && entry != null) {
			this.intents.add(record.id(), entry, segment.number(), bytes);
			return;
		}
		this.intents.remove(record.id());
		if (record.publishable() && segment.end().compareTo(this.acknowledged) > 0) {
			this.oldestPendingMillis = (this.pendingEntries == 0) ? record.timeMillis() : this.oldestPendingMillis;
			this.pendingEntries++;
		}
	}

	private void cut(Segment segment, long size) throws IOException {
		this.damagedBytes += size - segment.length();
		try (RandomAccessFile file = new RandomAccessFile(segment.path().toFile(), "rw")) {
			file.setLength(segment.length());
		}
	}

	Deque<Segment> segments() {
		return this.segments;
	}

	Intents intents() {
		return this.intents;
	}

	long pendingEntries() {
		return this.pendingEntries;
	}

	long oldestPendingMillis() {
		return this.oldestPendingMillis;
	}

	long damagedBytes() {
		return this.damagedBytes;
	}

	/**
	 * The time of the oldest record.
	 * @return the time, {@link Instant#MAX} if there is none
	 */
	Instant since() {
		return this.since;
	}

	/**
	 * The number that the next segment gets; higher than any that was acknowledged.
	 * @return the number
	 */
	long nextNumber() {
		@Nullable Segment last = this.segments.peekLast();
		return Math.max((last != null) ? last.number() : 0, this.acknowledged.segment()) + 1;
	}

}
