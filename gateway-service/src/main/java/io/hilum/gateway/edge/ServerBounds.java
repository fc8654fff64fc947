package io.hilum.gateway.edge;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.hilum.trust.door.netty.HeadDeadline;
import io.hilum.trust.door.netty.StalledAnswers;

/**
 * Bounds on clients that send slowly.
 */
@Configuration(proxyBeanMethods = false)
class ServerBounds {

	@Bean
	NettyServerCustomizer slowClients(EdgeProperties properties) {
		return (server) -> server.readTimeout(properties.readTimeout())
			.requestTimeout(properties.requestTimeout())
			.doOnChannelInit((observer, connection, address) -> {
				HeadDeadline.guard(connection, properties.headTimeout());
				StalledAnswers.guard(connection, properties.stallTimeout());
			});
	}

}
