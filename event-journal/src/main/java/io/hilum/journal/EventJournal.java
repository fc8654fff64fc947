package io.hilum.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.hilum.journal.JournalRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A bounded journal on disk between a service and its topics. An entry is in a file when
 * {@link #append} returns, so the death of the process cannot take it. An intent
 * ({@link #provisional}) is published only if the process dies before it says how the
 * matter ended. Entries are published at least once, in the order in which they were
 * appended or completed. Thread-safe.
 */
public final class EventJournal implements AutoCloseable {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition appended = this.lock.newCondition();

	private final JournalSettings settings;

	private final Clock clock;

	private final DirectoryLock directoryLock;

	private final PositionFile positionFile;

	private final SegmentStore store;

	private final Intents intents;

	private final DiskSync diskSync = new DiskSync();

	private final long damagedBytes;

	private final String identity;

	private final Instant recollectsSince;

	private final @Nullable Thread syncThread;

	private JournalPosition acknowledged;

	private long pendingEntries;

	private long oldestPendingMillis;

	private volatile boolean writable = true;

	private volatile boolean closed;

	private EventJournal(JournalSettings settings, Clock clock, DirectoryLock directoryLock, Recollection recollection)
			throws IOException {
		this.settings = settings;
		this.clock = clock;
		this.directoryLock = directoryLock;
		this.positionFile = new PositionFile(settings.directory());
		this.acknowledged = this.positionFile.read();
		this.identity = IdentityFile.in(settings.directory());
		Recovery recovery = Recovery.of(settings.directory(), this.acknowledged, recollection);
		this.recollectsSince = recovery.since();
		this.intents = recovery.intents();
		this.pendingEntries = recovery.pendingEntries();
		this.oldestPendingMillis = recovery.oldestPendingMillis();
		this.damagedBytes = recovery.damagedBytes();
		this.store = new SegmentStore(settings, recovery);
		this.intents.all().forEach((intent) -> {
			complete(intent.id(), intent.entry());
			recollection.ended(intent.id(), clock.instant(), intent.entry());
		});
		this.syncThread = (settings.durability() == Durability.INTERVAL) ? startSyncThread() : null;
	}

	/**
	 * Open the journal in a directory, or begin one. Intents of a process that died
	 * become entries.
	 * @param settings where, and how much
	 * @param clock the clock that dates entries
	 * @return the journal
	 * @throws JournalException if the directory cannot be used
	 * @throws IllegalStateException if the directory is in use
	 */
	public static EventJournal open(JournalSettings settings, Clock clock) {
		return open(settings, clock, (id, recordedAt, entry) -> {
		});
	}

	/**
	 * Open the journal in a directory, and learn what its files say of an earlier
	 * process.
	 * @param settings where, and how much
	 * @param clock the clock that dates entries
	 * @param recollection is told how intents ended, the oldest first
	 * @return the journal
	 * @throws JournalException if the directory cannot be used
	 * @throws IllegalStateException if the directory is in use
	 */
	public static EventJournal open(JournalSettings settings, Clock clock, Recollection recollection) {
		try {
			Files.createDirectories(settings.directory());
			DirectoryLock directoryLock = DirectoryLock.acquire(settings.directory());
			try {
				return new EventJournal(settings, clock, directoryLock, recollection);
			}
			catch (IOException | RuntimeException ex) {
				directoryLock.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new JournalException("the journal in " + settings.directory() + " cannot be opened", ex);
		}
	}

	/**
	 * Open the journal in a directory by the clock of the system.
	 * @param settings where, and how much
	 * @return the journal
	 * @see #open(JournalSettings, Clock)
	 */
	public static EventJournal open(JournalSettings settings) {
		return open(settings, Clock.systemUTC());
	}

	/**
	 * Record an entry.
	 * @param entry the entry
	 * @throws JournalFullException if there is no room
	 * @throws JournalException if the disk refuses it
	 */
	public void append(JournalEntry entry) {
		write(Kind.ENTRY, "", entry);
	}

	/**
	 * Record what is to be published should the process die before
	 * {@link #complete(String, JournalEntry)} or {@link #discard(String)} is called.
	 * @param id the id of the intent, unique while it is open
	 * @param entry what would be published
	 * @throws JournalFullException if there is no room for it and for its completion
	 * @throws JournalException if the disk refuses it
	 */
	public void provisional(String id, JournalEntry entry) {
		write(Kind.PROVISIONAL, id, entry);
	}

	/**
	 * Record how an intent ended. Room for this was set aside, so a full journal does not
	 * refuse it.
	 * @param id the id of the intent
	 * @param entry what is published
	 * @throws JournalException if the disk refuses it
	 */
	public void complete(String id, JournalEntry entry) {
		write(Kind.COMPLETE, id, entry);
	}

	/**
	 * Forget an intent: nothing of it is published.
	 * @param id the id of the intent
	 * @throws JournalException if the disk refuses it
	 */
	public void discard(String id) {
		write(Kind.DISCARD, id, null);
	}

	private void write(Kind kind, String id, @Nullable JournalEntry entry) {
		JournalRecord entryRecord = new JournalRecord(kind, this.clock.millis(), id, entry);
		byte[] frame = Frame.encode(entryRecord);
		long ticket;
		this.lock.lock();
		try {
			requireRoom(kind, frame.length);
			ticket = write(entryRecord, frame);
		}
		finally {
			this.lock.unlock();
		}
		if (this.settings.durability() == Durability.EACH) {
			sync(ticket);
		}
	}

	private void requireRoom(Kind kind, int bytes) {
		boolean grows = kind == Kind.ENTRY || kind == Kind.PROVISIONAL;
		long taken = this.store.storedBytes() + this.intents.reservedBytes();
		if (grows && taken + bytes > this.settings.maxBytes()) {
			throw new JournalFullException(taken, this.settings.maxBytes());
		}
	}

	private long write(JournalRecord entryRecord, byte[] frame) {
		if (this.closed) {
			throw new JournalException("the journal is closed");
		}
		try {
			Segment segment = this.store.write(frame);
			this.writable = true;
			note(entryRecord, segment, frame.length);
			return this.diskSync.noteWrite();
		}
		catch (IOException ex) {
			this.writable = false;
			throw new JournalException("the disk refuses an entry", ex);
		}
	}

	private void note(JournalRecord entryRecord, Segment segment, int bytes) {
		JournalEntry entry = entryRecord.entry();
		if (entryRecord.kind() == Kind.PROVISIONAL && entry != null) {
			this.intents.add(entryRecord.id(), entry, segment.number(), bytes);
			return;
		}
		this.intents.remove(entryRecord.id());
		if (entryRecord.publishable()) {
			this.oldestPendingMillis = (this.pendingEntries == 0) ? entryRecord.timeMillis() : this.oldestPendingMillis;
			this.pendingEntries++;
			this.appended.signalAll();
		}
	}

	/**
	 * Force everything that was written before this call to the disk, whatever the
	 * durability of the journal. Calls at the same time share one write. Waits for the
	 * disk.
	 * @throws JournalException if the disk refuses it
	 */
	public void force() {
		sync(this.diskSync.written());
	}

	private void sync(long ticket) {
		try {
			this.diskSync.upTo(ticket, this.store::sync);
		}
		catch (IOException ex) {
			this.writable = false;
			throw new JournalException("the disk does not take what was written", ex);
		}
	}

	/**
	 * Begin to read what is pending, from the first entry that is not acknowledged.
	 * @return a cursor for one thread
	 */
	public JournalCursor cursor() {
		this.lock.lock();
		try {
			return new JournalCursor(this, this.acknowledged);
		}
		finally {
			this.lock.unlock();
		}
	}

	Optional<SegmentExtent> segmentAt(long number) {
		this.lock.lock();
		try {
			return this.store.atOrAfter(number)
				.map((segment) -> new SegmentExtent(segment.number(), segment.path(), segment.length(),
						segment == this.store.current()));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wait until there is something to read behind a place.
	 * @param position the place
	 * @param timeout how long to wait at most
	 * @return whether there is something to read
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitBehind(JournalPosition position, Duration timeout) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			long nanos = timeout.toNanos();
			while (nanos > 0 && !this.closed && this.store.bytesBehind(position) == 0) {
				nanos = this.appended.awaitNanos(nanos);
			}
			return !this.closed && this.store.bytesBehind(position) > 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Note that an entry and everything before it is published, and let go of files that
	 * nobody needs any more.
	 * @param last the last entry that was published
	 * @param entries how many were published since the last call
	 */
	public void acknowledge(PendingEntry last, int entries) {
		advance(last.next(), entries, last.recordedAt().toEpochMilli());
	}

	/**
	 * Note that nothing before a place waits to be published.
	 * @param position the place of a cursor that found no more, with nothing in flight
	 */
	public void skipTo(JournalPosition position) {
		advance(position, 0, this.clock.millis());
	}

	private void advance(JournalPosition position, int entries, long oldestMillis) {
		this.lock.lock();
		try {
			if (this.closed || position.compareTo(this.acknowledged) <= 0) {
				return;
			}
			this.acknowledged = position;
			this.pendingEntries -= entries;
			this.oldestPendingMillis = oldestMillis;
			this.positionFile.write(position);
			removeAcknowledged();
		}
		catch (IOException ex) {
			throw new JournalException("the acknowledged place cannot be kept", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void removeAcknowledged() throws IOException {
		for (Optional<Segment> oldest = removable(); oldest.isPresent(); oldest = removable()) {
			for (Intents.Intent intent : this.intents.of(oldest.get().number())) {
				JournalRecord again = new JournalRecord(Kind.PROVISIONAL, this.clock.millis(), intent.id(),
						intent.entry());
				write(again, Frame.encode(again));
			}
			this.store.removeOldest();
		}
	}

	private Optional<Segment> removable() {
		return this.store.oldestSealed().filter((segment) -> segment.end().compareTo(this.acknowledged) <= 0);
	}

	/**
	 * The name of this journal, the same whenever its directory is opened.
	 * @return the name
	 */
	public String identity() {
		return this.identity;
	}

	/**
	 * From when on the files had everything at the opening: an intent that is younger and
	 * of which nothing was told was never recorded.
	 * @return the time, {@link Instant#MAX} if there was nothing
	 */
	public Instant recollectsSince() {
		return this.recollectsSince;
	}

	/**
	 * Whether the journal takes new entries: the disk does, and there is room.
	 * @return {@code true} if it does
	 */
	public boolean healthy() {
		this.lock.lock();
		try {
			long taken = this.store.storedBytes() + this.intents.reservedBytes();
			return !this.closed && taken < this.settings.maxBytes() && (this.writable || probe());
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean probe() {
		JournalRecord nothing = new JournalRecord(Kind.DISCARD, this.clock.millis(), "", null);
		try {
			write(nothing, Frame.encode(nothing));
			return true;
		}
		catch (JournalException ex) {
			return false;
		}
	}

	/**
	 * The state of the journal, for meters and readiness.
	 * @return the state
	 */
	public JournalState state() {
		this.lock.lock();
		try {
			Instant oldest = (this.pendingEntries > 0) ? Instant.ofEpochMilli(this.oldestPendingMillis) : null;
			return new JournalState(this.store.storedBytes(), this.settings.maxBytes(),
					this.store.bytesBehind(this.acknowledged), this.pendingEntries, this.intents.all().size(),
					this.damagedBytes, Optional.ofNullable(oldest));
		}
		finally {
			this.lock.unlock();
		}
	}

	private Thread startSyncThread() {
		return Thread.ofPlatform().daemon().name("journal-sync").start(() -> {
			while (!this.closed) {
				syncInBackground();
			}
		});
	}

	private void syncInBackground() {
		try {
			TimeUnit.NANOSECONDS.sleep(this.settings.syncInterval().toNanos());
			this.diskSync.all(this.store::sync);
		}
		catch (IOException ex) {
			this.writable = this.closed;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Close the files. Open intents stay open and become entries at the next opening.
	 */
	@Override
	public void close() {
		this.lock.lock();
		try (this.directoryLock; this.positionFile; this.store) {
			if (!this.closed && this.settings.durability() != Durability.NEVER) {
				this.diskSync.all(this.store::sync);
			}
			this.closed = true;
			this.appended.signalAll();
			if (this.syncThread != null) {
				this.syncThread.interrupt();
			}
		}
		catch (IOException ex) {
			throw new JournalException("the journal cannot be closed in order", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

}
