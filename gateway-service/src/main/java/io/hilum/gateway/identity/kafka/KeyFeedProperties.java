package io.hilum.gateway.identity.kafka;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How keys are read.
 *
 * @param topic the compacted topic of access changes
 * @param poll how long one poll waits at most
 * @param retry how long to wait after the broker failed
 * @param heartbeat how often the broker is asked whether it is there
 * @param heartbeatTimeout how long it may take to say so
 * @param lookup how long finding the topic may take
 */
@ConfigurationProperties("hilum.identity.keys")
record KeyFeedProperties(@DefaultValue("hilum.access.v1") String topic, @DefaultValue("200ms") Duration poll,
		@DefaultValue("1s") Duration retry, @DefaultValue("10s") Duration heartbeat,
		@DefaultValue("2s") Duration heartbeatTimeout, @DefaultValue("10s") Duration lookup) {
}
