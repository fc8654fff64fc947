package io.hilum.quickstart.service;

import java.time.Duration;

import io.netty.channel.EventLoopGroup;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * The event loops of this JVM, one for each processor. Services share them, so that a
 * request that passes through several of them does not change its thread with each; and
 * none of them ends them, which is why each one gets its own view of them.
 */
final class SharedEventLoops implements LoopResources {

	private static final LoopResources LOOPS = LoopResources.create("hilum", Runtime.getRuntime().availableProcessors(),
			true);

	private SharedEventLoops() {
	}

	/**
	 * Give a context these loops in place of its own.
	 * @param context the context, before it reads its configuration
	 */
	static void register(ConfigurableApplicationContext context) {
		((GenericApplicationContext) context).registerBean("reactorResourceFactory", ReactorResourceFactory.class,
				SharedEventLoops::resources);
	}

	private static ReactorResourceFactory resources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		resources.setLoopResourcesSupplier(SharedEventLoops::new);
		return resources;
	}

	@Override
	public EventLoopGroup onServer(boolean useNative) {
		return LOOPS.onServer(useNative);
	}

	@Override
	public EventLoopGroup onServerSelect(boolean useNative) {
		return LOOPS.onServerSelect(useNative);
	}

	@Override
	public EventLoopGroup onClient(boolean useNative) {
		return LOOPS.onClient(useNative);
	}

	@Override
	public boolean daemon() {
		return LOOPS.daemon();
	}

	@Override
	public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
		return Mono.empty();
	}

}
