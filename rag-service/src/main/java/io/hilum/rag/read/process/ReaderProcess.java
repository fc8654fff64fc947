package io.hilum.rag.read.process;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadProperties;
import io.hilum.rag.read.UnreadableDocumentException;

/**
 * One running reader and its end. The process is gone when {@link #close()} returns, and
 * no later than the time limit.
 */
final class ReaderProcess implements AutoCloseable {

	private static final int OUT_OF_MEMORY = 3;

	private final Process process;

	private final ReadProperties properties;

	private final AtomicBoolean late = new AtomicBoolean();

	private final CompletableFuture<Void> deadline;

	private volatile boolean closed;

	ReaderProcess(Process process, ReadProperties properties) {
		this.process = process;
		this.properties = properties;
		this.deadline = CompletableFuture.runAsync(this::endLate,
				CompletableFuture.delayedExecutor(properties.timeLimit().toMillis(), TimeUnit.MILLISECONDS));
	}

	List<Block> read(byte[] content) {
		Thread feeder = Thread.ofVirtual().name("reader-feed").start(() -> feed(content));
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(this.process.getInputStream()))) {
			return BlockStream.read(in, this.properties.limits());
		}
		catch (IOException ex) {
			if (this.closed) {
				// Nobody waits for an answer any more.
				return List.of();
			}
			throw new UnreadableDocumentException(reasonOfEnd());
		}
		finally {
			feeder.interrupt();
		}
	}

	private void feed(byte[] content) {
		try (OutputStream out = this.process.getOutputStream()) {
			out.write(content);
		}
		catch (IOException ex) {
			// The process ended before it took everything: whoever reads its answer
			// learns why.
			this.process.destroyForcibly();
		}
	}

	private FailureReason reasonOfEnd() {
		try {
			int status = this.process.waitFor();
			if (this.late.get()) {
				return FailureReason.TIME_LIMIT;
			}
			return (status == OUT_OF_MEMORY) ? FailureReason.UNSAFE : FailureReason.UNREADABLE;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return FailureReason.INTERRUPTED;
		}
	}

	private void endLate() {
		this.late.set(true);
		this.process.destroyForcibly();
	}

	@Override
	public void close() {
		this.closed = true;
		this.deadline.cancel(false);
		this.process.destroyForcibly();
	}

}
