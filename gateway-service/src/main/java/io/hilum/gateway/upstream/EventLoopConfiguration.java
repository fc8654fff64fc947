package io.hilum.gateway.upstream;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Event loops that server and clients share, so that a request stays on one thread as
 * long as nothing else has to be waited for.
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

	/**
	 * The way back to an event loop from threads of others.
	 */
	@Bean
	Scheduler eventLoops(ReactorResourceFactory resources) {
		return Schedulers.fromExecutor(resources.getLoopResources().onServer(true));
	}

}
