package io.hilum.journal;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much a journal keeps, and where.
 *
 * @param directory where the journal lives; one process at a time
 * @param maxBytes how much it may keep before it refuses new entries
 * @param segmentBytes the size of a file, at most a quarter of {@code maxBytes}
 * @param durability what a loss of power may take
 * @param syncInterval the interval of {@link Durability#INTERVAL}
 */
public record JournalSettings(Path directory, long maxBytes, long segmentBytes, Durability durability,
		Duration syncInterval) {

	private static final long MIN_SEGMENT_BYTES = 1024;

	public JournalSettings {
		if (segmentBytes < MIN_SEGMENT_BYTES || segmentBytes > maxBytes / 4) {
			throw new IllegalArgumentException("segmentBytes must be from " + MIN_SEGMENT_BYTES
					+ " to a quarter of maxBytes (" + maxBytes + "), is " + segmentBytes);
		}
		if (!syncInterval.isPositive()) {
			throw new IllegalArgumentException("syncInterval must be positive, is " + syncInterval);
		}
	}

	/**
	 * Settings for a service: 256 MiB in files of 8 MiB, forced to the disk each 100 ms.
	 * @param directory where the journal lives
	 * @return the settings
	 */
	public static JournalSettings in(Path directory) {
		return new JournalSettings(directory, 256L << 20, 8L << 20, Durability.INTERVAL, Duration.ofMillis(100));
	}

}
