package io.hilum.routing.provider.http;

import java.time.Clock;

import io.hilum.loops.http.GatheredParts;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.trust.door.netty.LostPeers;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the client of each provider, with a pool of its own so that one that hangs takes
 * no connection from another.
 */
@Component
public class HttpProviders {

	private final HttpProviderProperties properties;

	private final ReactorResourceFactory resources;

	private final Clock clock;

	HttpProviders(HttpProviderProperties properties, ReactorResourceFactory resources, Clock clock) {
		this.properties = properties;
		this.resources = resources;
		this.clock = clock;
	}

	/**
	 * Make a provider over HTTP.
	 * @param definition where it is
	 * @param dialect how it is spoken to
	 * @return the provider
	 */
	public HttpProvider create(ProviderDefinition definition, HttpDialect dialect) {
		return new HttpProvider(client(definition.id()), dialect, this.properties, this.clock);
	}

	/**
	 * Make a client with a pool of its own.
	 * @param name the name of the pool
	 * @return the client
	 */
	public HttpClient client(String name) {
		ConnectionProvider pool = ConnectionProvider.builder("provider-" + name)
			.maxConnections(this.properties.maxConnections())
			.pendingAcquireMaxCount(this.properties.maxWaiting())
			.pendingAcquireTimeout(this.properties.acquireTimeout())
			.maxIdleTime(this.properties.maxIdle())
			.maxLifeTime(this.properties.maxLife())
			.lifo()
			.build();
		HttpClient client = HttpClient.create(pool)
			.runOn(this.resources.getLoopResources())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) this.properties.connectTimeout().toMillis())
			.responseTimeout(this.properties.responseTimeout())
			.disableRetry(true);
		return GatheredParts.in(LostPeers.in(client, this.properties.lostAfter()));
	}

}
