package io.hilum.usage.inbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How topics are read.
 *
 * @param enabled whether this instance reads topics at all
 * @param concurrency how many threads read each topic
 * @param maxEventSize the size from which on a record is not read but buried
 * @param batchTimeout how long one batch may take before it is given up and read again
 * @param retryDelay the shortest wait before a batch is read again
 * @param maxRetryDelay the longest wait, reached by doubling
 */
@ConfigurationProperties("hilum.inbox")
public record InboxProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1") int concurrency,
		@DefaultValue("256KB") DataSize maxEventSize, @DefaultValue("60s") Duration batchTimeout,
		@DefaultValue("200ms") Duration retryDelay, @DefaultValue("10s") Duration maxRetryDelay) {
}
