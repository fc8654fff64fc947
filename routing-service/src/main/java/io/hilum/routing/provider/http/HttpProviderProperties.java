package io.hilum.routing.provider.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of calls over HTTP.
 *
 * @param connectTimeout how long a connection may take
 * @param responseTimeout how long a provider may be silent before its answer begins, and
 * while it sends a whole one
 * @param idleTimeout how long a stream may be silent; at most the response timeout
 * @param lostAfter how long a provider's machine may acknowledge nothing, and how long it
 * may take nothing of a request, before it counts as gone
 * @param maxConnections how many connections to one provider there may be
 * @param maxWaiting how many calls may wait for a connection
 * @param acquireTimeout how long a call may wait for a connection
 * @param maxIdle how long a connection is kept unused
 * @param maxLife how long a connection is kept at all, so that changes of addresses are
 * followed
 * @param maxAnswer the longest whole answer, and the longest event of one that is
 * translated; images come in one
 * @param maxError how much is read of the text of an error
 */
@ConfigurationProperties("hilum.provider.http")
public record HttpProviderProperties(@DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("120s") Duration responseTimeout, @DefaultValue("60s") Duration idleTimeout,
		@DefaultValue("20s") Duration lostAfter, @DefaultValue("4000") int maxConnections,
		@DefaultValue("1000") int maxWaiting, @DefaultValue("5s") Duration acquireTimeout,
		@DefaultValue("30s") Duration maxIdle, @DefaultValue("5m") Duration maxLife,
		@DefaultValue("32MB") DataSize maxAnswer, @DefaultValue("64KB") DataSize maxError) {

	public HttpProviderProperties {
		if (idleTimeout.compareTo(responseTimeout) > 0) {
			throw new IllegalArgumentException("hilum.provider.http: idle-timeout must be at most response-timeout");
		}
	}

}
