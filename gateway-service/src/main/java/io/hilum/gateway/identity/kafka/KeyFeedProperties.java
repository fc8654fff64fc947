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
 */
@ConfigurationProperties("hilum.identity.keys")
record KeyFeedProperties(@DefaultValue("hilum.access.v1") String topic, @DefaultValue("200ms") Duration poll,
		@DefaultValue("1s") Duration retry) {
}
