package io.hilum.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Remembers a process by its id and start time, so that a later JVM can tell a left-over
 * of ours from a stranger that got the same id.
 */
final class PidFile {

	private static final int SECONDS_TO_DIE = 10;

	private final Path file;

	PidFile(Path file) {
		this.file = file;
	}

	void write(ProcessHandle process) {
		try {
			Files.writeString(this.file, process.pid() + " " + startOf(process));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + this.file, ex);
		}
	}

	void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + this.file, ex);
		}
	}

	/**
	 * End the process of an earlier run, if it still lives.
	 */
	void killLeftover() {
		leftover().ifPresent((process) -> {
			process.destroyForcibly();
			process.onExit().orTimeout(SECONDS_TO_DIE, TimeUnit.SECONDS).join();
		});
		delete();
	}

	boolean isAlive() {
		return leftover().isPresent();
	}

	private Optional<ProcessHandle> leftover() {
		try {
			String[] written = Files.readString(this.file).trim().split(" ");
			return ProcessHandle.of(Long.parseLong(written[0]))
				.filter((process) -> startOf(process).equals(written[1]));
		}
		catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	private static String startOf(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toString).orElse("unknown");
	}

}
