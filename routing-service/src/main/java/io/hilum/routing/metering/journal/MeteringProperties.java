package io.hilum.routing.metering.journal;

import java.nio.file.Path;
import java.time.Duration;

import io.hilum.journal.Durability;
import io.hilum.journal.JournalSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where usage goes.
 *
 * @param topic the topic
 * @param journal the directory of the journal, one per process
 * @param maxSize how much the journal may keep before requests are refused
 * @param segmentSize the size of its files
 * @param durability when it is forced to the disk; {@code each} has a request wait for
 * that before a provider is called, while how it ended is forced at the next interval
 * @param syncInterval how often it is forced to the disk in the background
 * @param writers how many threads wait for the disk, where each request does
 * @param maxWaiting how many requests may wait for one of them
 * @param drain how long a stop waits for what is not published
 * @param rememberedEndings of how many requests it is read at a start what they cost, to
 * settle what a process that died could not
 */
@ConfigurationProperties("hilum.metering")
record MeteringProperties(@DefaultValue("hilum.usage.v1") String topic,
		@DefaultValue("journal/routing-service") Path journal, @DefaultValue("512MB") DataSize maxSize,
		@DefaultValue("8MB") DataSize segmentSize, @DefaultValue("INTERVAL") Durability durability,
		@DefaultValue("100ms") Duration syncInterval, @DefaultValue("2") int writers,
		@DefaultValue("10000") int maxWaiting, @DefaultValue("5s") Duration drain,
		@DefaultValue("100000") int rememberedEndings) {

	JournalSettings settings() {
		return new JournalSettings(this.journal, this.maxSize.toBytes(), this.segmentSize.toBytes(),
				(this.durability == Durability.EACH) ? Durability.INTERVAL : this.durability, this.syncInterval);
	}

}
