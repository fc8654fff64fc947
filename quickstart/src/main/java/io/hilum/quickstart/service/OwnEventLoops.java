package io.hilum.quickstart.service;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * Gives a context event loops of its own, which end with it. Reactor Netty's global ones
 * would end for all services with the first that stops.
 */
final class OwnEventLoops implements ApplicationContextInitializer<GenericApplicationContext> {

	private final String name;

	OwnEventLoops(String name) {
		this.name = name;
	}

	@Override
	public void initialize(GenericApplicationContext context) {
		context.registerBean(ReactorResourceFactory.class, this::create);
	}

	private ReactorResourceFactory create() {
		ReactorResourceFactory factory = new ReactorResourceFactory();
		factory.setUseGlobalResources(false);
		factory.setLoopResourcesSupplier(() -> LoopResources.create(this.name));
		return factory;
	}

}
