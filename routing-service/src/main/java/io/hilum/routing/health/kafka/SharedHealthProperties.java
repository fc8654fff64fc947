package io.hilum.routing.health.kafka;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How replicas share what they find out about deployments.
 *
 * @param enabled whether they do
 * @param topic the topic
 * @param queue how much may wait to be told; what is more is not told
 * @param retryPause the pause before a topic that cannot be read is tried again
 */
@ConfigurationProperties("hilum.health.shared")
record SharedHealthProperties(@DefaultValue("true") boolean enabled, @DefaultValue("hilum.health.v1") String topic,
		@DefaultValue("1000") int queue, @DefaultValue("5s") Duration retryPause) {

}
