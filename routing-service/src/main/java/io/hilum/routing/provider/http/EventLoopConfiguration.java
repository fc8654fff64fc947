package io.hilum.routing.provider.http;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Event loops that server and clients of this service share, so that a request stays on
 * one thread, and that no other context in the JVM can take away when it is closed.
 */
@Configuration(proxyBeanMethods = false)
class EventLoopConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ReactorResourceFactory reactorResourceFactory() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		return resources;
	}

}
