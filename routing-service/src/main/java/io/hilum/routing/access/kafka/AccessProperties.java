package io.hilum.routing.access.kafka;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where budgets are heard of.
 *
 * @param topic the compacted topic of usage-service
 * @param retryPause the pause after a failure
 */
@ConfigurationProperties("hilum.access")
record AccessProperties(@DefaultValue("hilum.access.v1") String topic, @DefaultValue("1s") Duration retryPause) {

}
