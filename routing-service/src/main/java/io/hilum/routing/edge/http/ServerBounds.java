package io.hilum.routing.edge.http;

import io.hilum.trust.door.netty.HeadDeadline;
import io.hilum.trust.door.netty.StalledAnswers;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Bounds on callers that send or read slowly.
 */
@Configuration(proxyBeanMethods = false)
class ServerBounds {

	@Bean
	NettyServerCustomizer slowCallers(EdgeProperties properties) {
		return (server) -> server.doOnChannelInit((observer, connection, address) -> {
			HeadDeadline.guard(connection, properties.headTimeout());
			StalledAnswers.guard(connection, properties.stallTimeout());
		});
	}

}
