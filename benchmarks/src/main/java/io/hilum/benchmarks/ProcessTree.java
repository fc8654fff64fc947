package io.hilum.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A process and all that it started, as Linux accounts for them in {@code /proc}.
 *
 * @param pid the process at the root
 */
record ProcessTree(long pid) {

	private static final long TICKS_PER_SECOND = 100;

	private static final int UTIME = 11;

	private static final int STIME = 12;

	/**
	 * The processor time that the root itself has used.
	 */
	Duration cpuOfRoot() {
		return cpu(this.pid);
	}

	/**
	 * The processor time that the root and what runs below it have used.
	 */
	Duration cpuOfAll() {
		return Duration.ofMillis(pids().map((each) -> cpu(each).toMillis()).sum());
	}

	/**
	 * The proportional share of memory of the root and what runs below it.
	 */
	long memoryOfAllMiB() {
		return pids().map(ProcessTree::proportionalKiB).sum() / 1024;
	}

	/**
	 * The memory of the root.
	 */
	long memoryOfRootMiB() {
		return proportionalKiB(this.pid) / 1024;
	}

	private LongStream pids() {
		Stream<ProcessHandle> below = ProcessHandle.of(this.pid)
			.map(ProcessHandle::descendants)
			.orElseGet(Stream::empty);
		return LongStream.concat(LongStream.of(this.pid), below.mapToLong(ProcessHandle::pid));
	}

	private static Duration cpu(long pid) {
		String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
		if (stat.isEmpty()) {
			return Duration.ZERO;
		}
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
		return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
	}

	private static long proportionalKiB(long pid) {
		return read(Path.of("/proc", Long.toString(pid), "smaps_rollup")).lines()
			.filter((line) -> line.startsWith("Pss:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.sum();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (java.nio.file.NoSuchFileException ex) {
			return "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
