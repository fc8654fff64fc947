package io.hilum.phi.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets one replica at a time have the review file, which all of them share on one volume.
 * The lock is a file beside it, since the file itself goes when it is emptied.
 * Thread-safe.
 */
final class ReviewLock {

	private static final Duration PAUSE = Duration.ofMillis(5);

	private final Path path;

	private final Duration wait;

	/**
	 * Create a lock.
	 * @param file what is locked
	 * @param wait how long to wait for another replica
	 */
	ReviewLock(Path file, Duration wait) {
		this.path = file.resolveSibling(file.getFileName() + ".lock");
		this.wait = wait;
	}

	/**
	 * Do something while no other replica has the file.
	 * @param <T> what it brings
	 * @param work what is done
	 * @return what it brought
	 */
	synchronized <T> T holding(Supplier<T> work) {
		try (FileChannel channel = FileChannel.open(this.path,
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
			acquire(channel);
			return work.get();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the review file cannot be locked", ex);
		}
	}

	/** What is acquired goes with the channel. */
	private void acquire(FileChannel channel) throws IOException {
		long deadline = System.nanoTime() + this.wait.toNanos();
		while (channel.tryLock() == null) {
			if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
				throw new IOException("another replica has held it for longer than " + this.wait);
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

}
