package io.hilum.usage.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How decided events are published.
 *
 * @param batchSize how many events are published in one go
 * @param maxPending how many events may wait before further changes are refused
 * @param pollInterval how often events are looked for that a crash or a broker's absence
 * left behind
 * @param publishTimeout how long a change waits for the broker's acknowledgement before
 * it is answered without
 */
@ConfigurationProperties("hilum.outbox")
public record OutboxProperties(@DefaultValue("100") int batchSize, @DefaultValue("100000") int maxPending,
		@DefaultValue("1s") Duration pollInterval, @DefaultValue("3s") Duration publishTimeout) {
}
