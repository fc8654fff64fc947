package io.hilum.agents.mandate;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The gateway, by which every step goes.
 *
 * @param url where it is
 * @param connectTimeout how long a connection may take
 * @param timeout how long it may be silent
 * @param maxConnections how many connections there are at most
 * @param maxWaiting how many calls wait for one at most
 * @param maxWait how long a call waits for one
 * @param maxBody the largest answer that is kept in memory
 */
@ConfigurationProperties("hilum.gateway")
record GatewayProperties(URI url, @DefaultValue("1s") Duration connectTimeout, @DefaultValue("5m") Duration timeout,
		@DefaultValue("256") int maxConnections, @DefaultValue("512") int maxWaiting,
		@DefaultValue("5s") Duration maxWait, @DefaultValue("8MB") DataSize maxBody) {
}
