package io.hilum.gateway.edge;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Bounds on clients that send slowly.
 */
@Configuration(proxyBeanMethods = false)
class ServerBounds {

	@Bean
	NettyServerCustomizer slowClients(EdgeProperties properties) {
		return (server) -> server.readTimeout(properties.readTimeout()).requestTimeout(properties.requestTimeout());
	}

}
