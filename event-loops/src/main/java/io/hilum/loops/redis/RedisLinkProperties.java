package io.hilum.loops.redis;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the link to Redis.
 *
 * @param maxQueued how many commands may wait for their answers
 * @param retry the pause between attempts to connect for the first time
 */
@ConfigurationProperties("hilum.redis")
record RedisLinkProperties(@DefaultValue("10000") int maxQueued, @DefaultValue("1s") Duration retry) {
}
