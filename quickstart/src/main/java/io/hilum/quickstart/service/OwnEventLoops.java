package io.hilum.quickstart.service;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * Gives a context event loops of its own, named after its service, which end with it.
 * Reactor Netty's global ones would end for all services with the first that stops.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty(ServiceStart.SERVICE)
class OwnEventLoops {

	@Bean
	@ConditionalOnMissingBean
	ReactorResourceFactory reactorResourceFactory(@Value("${" + ServiceStart.SERVICE + "}") String service) {
		ReactorResourceFactory factory = new ReactorResourceFactory();
		factory.setUseGlobalResources(false);
		factory.setLoopResourcesSupplier(() -> LoopResources.create(service));
		return factory;
	}

}
