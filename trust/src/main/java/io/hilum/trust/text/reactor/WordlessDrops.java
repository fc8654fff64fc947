package io.hilum.trust.text.reactor;

import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.trust.text.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Says of failures that come too late for whoever asked where they come from, and none of
 * their words, which may be those of another server or of a person. By itself Reactor
 * logs them whole. In every service, as soon as this module is there.
 */
public final class WordlessDrops implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Logger logger = LoggerFactory.getLogger(WordlessDrops.class);

	/** Reactor adds what it is given to what it has. */
	private static final AtomicBoolean HOOKED = new AtomicBoolean();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		LoggingSystem.get(WordlessDrops.class.getClassLoader()).setLogLevel(Schedulers.class.getName(), LogLevel.OFF);
		if (HOOKED.compareAndSet(false, true)) {
			Hooks.onErrorDropped((failure) -> logger.warn("Dropped, since nobody waits: {}", Origin.of(failure)));
			Hooks.onNextDropped((value) -> logger.debug("Dropped a value, since nobody waits"));
			Schedulers.onHandleError((thread, failure) -> logger.error("A task failed with {}", Origin.of(failure)));
		}
	}

}
