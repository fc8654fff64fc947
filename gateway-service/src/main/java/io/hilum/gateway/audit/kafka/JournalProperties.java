package io.hilum.gateway.audit.kafka;

import java.nio.file.Path;
import java.time.Duration;

import io.hilum.journal.Durability;
import io.hilum.journal.JournalSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The journal on disk between this gateway and Kafka.
 *
 * @param directory where it lives; one process at a time
 * @param maxSize how much it may keep; requests are refused when it is full
 * @param segmentSize the size of one file
 * @param durability what a loss of power may take
 * @param syncInterval how often it is forced to the disk in the background
 * @param writers how many threads write to it, where each record is forced to the disk
 * @param maxWaiting how many events may wait for a writer
 */
@ConfigurationProperties("hilum.journal")
record JournalProperties(Path directory, @DefaultValue("256MB") DataSize maxSize,
		@DefaultValue("8MB") DataSize segmentSize, @DefaultValue("interval") Durability durability,
		@DefaultValue("100ms") Duration syncInterval, @DefaultValue("2") int writers,
		@DefaultValue("10000") int maxWaiting) {

	JournalSettings settings() {
		return new JournalSettings(this.directory, this.maxSize.toBytes(), this.segmentSize.toBytes(), this.durability,
				this.syncInterval);
	}

}
