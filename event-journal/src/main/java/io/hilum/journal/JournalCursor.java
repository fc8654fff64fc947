package io.hilum.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Reads pending entries in order. For one thread.
 */
public final class JournalCursor implements AutoCloseable {

	private final EventJournal journal;

	private JournalPosition position;

	private @Nullable SegmentExtent extent;

	private @Nullable SegmentReader reader;

	JournalCursor(EventJournal journal, JournalPosition position) {
		this.journal = journal;
		this.position = position;
	}

	/**
	 * The next pending entry.
	 * @return the entry or {@code null} if there is none at present
	 * @throws JournalException if a file cannot be read
	 */
	public @Nullable PendingEntry next() {
		try {
			JournalRecord found = nextRecord();
			while (found != null && !found.publishable()) {
				found = nextRecord();
			}
			JournalEntry entry = (found != null) ? found.entry() : null;
			return (found != null && entry != null)
					? new PendingEntry(entry, Instant.ofEpochMilli(found.timeMillis()), this.position) : null;
		}
		catch (IOException ex) {
			throw new JournalException("a segment of the journal cannot be read", ex);
		}
	}

	/**
	 * The place behind what was read, entries that are not to be published included.
	 * @return the place
	 */
	public JournalPosition position() {
		return this.position;
	}

	private @Nullable JournalRecord nextRecord() throws IOException {
		JournalRecord found = (this.extent != null) ? read(this.extent) : null;
		while (found == null) {
			SegmentExtent next = nextExtent();
			if (next == null) {
				return null;
			}
			this.extent = next;
			found = read(next);
		}
		return found;
	}

	private @Nullable JournalRecord read(SegmentExtent segment) throws IOException {
		if (this.reader == null) {
			this.reader = new SegmentReader(segment.path(), this.position.offset());
		}
		ByteBuffer payload = this.reader.next(segment.length());
		if (payload == null) {
			return null;
		}
		this.position = new JournalPosition(segment.number(), this.reader.offset());
		return Frame.decode(payload);
	}

	private @Nullable SegmentExtent nextExtent() throws IOException {
		SegmentExtent known = this.journal.segmentAt(this.position.segment()).orElse(null);
		if (known == null || known.number() != this.position.segment()) {
			return (known != null) ? moveTo(known) : null;
		}
		if (this.extent == null || known.length() > this.position.offset()) {
			return known;
		}
		return known.growing() ? null : this.journal.segmentAt(known.number() + 1).map(this::moveTo).orElse(null);
	}

	private SegmentExtent moveTo(SegmentExtent segment) {
		close();
		this.position = new JournalPosition(segment.number(), 0);
		return segment;
	}

	@Override
	public void close() {
		SegmentReader open = this.reader;
		this.reader = null;
		this.extent = null;
		if (open == null) {
			return;
		}
		try {
			open.close();
		}
		catch (IOException ex) {
			throw new JournalException("a segment of the journal cannot be closed", ex);
		}
	}

}
