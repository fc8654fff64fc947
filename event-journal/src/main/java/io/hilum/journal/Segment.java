package io.hilum.journal;

import java.nio.file.Path;

/**
 * One file of the journal. Mutable and guarded by the lock of the journal.
 */
final class Segment {

	private static final String SUFFIX = ".journal";

	private final long number;

	private final Path path;

	private long length;

	Segment(Path directory, long number, long length) {
		this.number = number;
		this.path = directory.resolve("%016d%s".formatted(number, SUFFIX));
		this.length = length;
	}

	static boolean isSegment(Path file) {
		return file.getFileName().toString().endsWith(SUFFIX);
	}

	static long numberOf(Path file) {
		String name = file.getFileName().toString();
		return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
	}

	long number() {
		return this.number;
	}

	Path path() {
		return this.path;
	}

	long length() {
		return this.length;
	}

	void grow(int bytes) {
		this.length += bytes;
	}

	JournalPosition end() {
		return new JournalPosition(this.number, this.length);
	}

}
