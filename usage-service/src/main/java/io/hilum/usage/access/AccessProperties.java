package io.hilum.usage.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the access topic is kept whole.
 *
 * @param repairTimeout how long reading the topic may take
 * @param repairInterval how often it is read and compared after the start
 * @param maxEntries how many keys the topic may hold for a repair to be tried
 */
@ConfigurationProperties("hilum.access")
public record AccessProperties(@DefaultValue("30s") Duration repairTimeout, @DefaultValue("5m") Duration repairInterval,
		@DefaultValue("1000000") int maxEntries) {
}
