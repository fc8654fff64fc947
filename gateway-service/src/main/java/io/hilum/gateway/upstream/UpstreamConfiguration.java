package io.hilum.gateway.upstream;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.loops.http.GatheredParts;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.door.netty.LostPeers;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * One client with its own bounded pool for each service, so that a slow one cannot take
 * the connections of another.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

	@Bean
	ContextSigner contextSigner(ContextProperties properties, AgentProperties agents, Clock clock) {
		Map<String, ContextKey> keys = new HashMap<>();
		for (String audience : List.of(Services.ROUTING, Services.PHI_SCRUBBER, Services.USAGE, Services.RAG,
				Services.PORTAL)) {
			String key = properties.issue().get(audience);
			if (key == null) {
				throw new IllegalStateException("hilum.context.issue." + audience + " is missing");
			}
			keys.put(audience, ContextKey.parse(key));
		}
		if (agents.isOn()) {
			keys.put(Services.AGENT, ContextKey.parse(agents.key()));
		}
		return new ContextSigner("gateway-service", keys, clock);
	}

	@Bean
	ServiceCalls routingCalls(UpstreamProperties properties, WebClient.Builder builder, ContextSigner signer,
			ReactorResourceFactory resources) {
		return calls(Services.ROUTING, properties.routing(), builder, signer, resources);
	}

	@Bean
	ServiceCalls phiScrubberCalls(UpstreamProperties properties, WebClient.Builder builder, ContextSigner signer,
			ReactorResourceFactory resources) {
		return calls(Services.PHI_SCRUBBER, properties.phiScrubber(), builder, signer, resources);
	}

	@Bean
	ServiceCalls ragCalls(UpstreamProperties properties, WebClient.Builder builder, ContextSigner signer,
			ReactorResourceFactory resources) {
		return calls(Services.RAG, properties.rag(), builder, signer, resources);
	}

	@Bean
	ServiceCalls agentCalls(AgentProperties properties, WebClient.Builder builder, ContextSigner signer,
			ReactorResourceFactory resources) {
		return calls(Services.AGENT, properties.service(), builder, signer, resources);
	}

	/**
	 * What routing-service may have heard is not sent again behind everybody's back: it
	 * may have asked a provider, who wants to be paid. So may a run of an agent.
	 */
	static ServiceCalls calls(String name, UpstreamProperties.Service service, WebClient.Builder builder,
			ContextSigner signer, ReactorResourceFactory resources) {
		ConnectionProvider pool = ConnectionProvider.builder(name)
			.maxConnections(service.maxConnections())
			.pendingAcquireMaxCount(service.maxWaiting())
			.pendingAcquireTimeout(service.maxWait())
			.maxIdleTime(service.maxIdle())
			.lifo()
			.build();
		HttpClient plain = HttpClient.create(pool)
			.runOn(resources.getLoopResources())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(service.connectTimeout().toMillis()))
			.responseTimeout(service.timeout())
			.disableRetry(List.of(Services.ROUTING, Services.AGENT).contains(name));
		HttpClient http = GatheredParts.in(LostPeers.in(plain, service.lostAfter()));
		WebClient client = builder.clone()
			.clientConnector(new ReactorClientHttpConnector(http))
			.baseUrl(service.url().toString())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(service.maxBody().toBytes())))
			.build();
		return new ServiceCalls(name, client, signer);
	}

}
