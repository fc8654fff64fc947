package io.hilum.routing.metering.journal;

import java.nio.file.Path;
import java.time.Duration;

import io.hilum.journal.Durability;

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
 * @param durability when it is forced to the disk
 * @param syncInterval how often, where that is at an interval
 * @param drain how long a stop waits for what is not published
 */
@ConfigurationProperties("hilum.metering")
record MeteringProperties(@DefaultValue("hilum.usage.v1") String topic,
		@DefaultValue("journal/routing-service") Path journal, @DefaultValue("512MB") DataSize maxSize,
		@DefaultValue("8MB") DataSize segmentSize, @DefaultValue("INTERVAL") Durability durability,
		@DefaultValue("100ms") Duration syncInterval, @DefaultValue("5s") Duration drain) {

}
