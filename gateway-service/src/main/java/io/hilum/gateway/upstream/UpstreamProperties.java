package io.hilum.gateway.upstream;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The services behind the gateway.
 *
 * @param routing routing-service
 * @param phiScrubber phi-scrubber-service
 * @param usage usage-service
 * @param rag rag-service
 * @param portal portal-service
 */
@ConfigurationProperties("hilum.upstream")
public record UpstreamProperties(Service routing, Service phiScrubber, Service usage, Service rag, Service portal) {

	/**
	 * How one service is called.
	 *
	 * @param url where it is
	 * @param connectTimeout how long a connection may take
	 * @param timeout how long it may be silent, before an answer and within it; the whole
	 * may take longer
	 * @param lostAfter how long its machine may acknowledge nothing, and how long it may
	 * take nothing of a request, before it counts as gone
	 * @param maxConnections how many connections there are at most
	 * @param maxWaiting how many calls wait for a connection at most
	 * @param maxWait how long a call waits for a connection
	 * @param maxIdle after which time an unused connection is closed
	 * @param maxBody the largest answer that is kept in memory
	 */
	public record Service(URI url, @DefaultValue("1s") Duration connectTimeout, @DefaultValue("10s") Duration timeout,
			@DefaultValue("20s") Duration lostAfter, @DefaultValue("256") int maxConnections,
			@DefaultValue("1024") int maxWaiting, @DefaultValue("2s") Duration maxWait,
			@DefaultValue("30s") Duration maxIdle, @DefaultValue("32MB") DataSize maxBody) {

		public Service {
			if (url == null || url.getHost() == null) {
				throw new IllegalArgumentException("a service of hilum.upstream has no url");
			}
		}

	}

}
