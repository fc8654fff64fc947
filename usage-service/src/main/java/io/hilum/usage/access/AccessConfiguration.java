package io.hilum.usage.access;

import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Repairs the access topic beside the start of the service, which does not wait for it.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(AccessConfiguration.class);

	@Bean
	AccessRepair accessRepair(AccessState state, AccessTopic topic, UnitOfWork unitOfWork, OutboxRelay relay) {
		return new AccessRepair(state, topic, unitOfWork, relay);
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> repairAtStart(AccessRepair repair, AccessProperties properties) {
		return (ready) -> repair.repair()
			.timeout(properties.repairTimeout())
			.subscribe((count) -> logger.debug("The access topic is whole"),
					(failure) -> logger.warn("The access topic was not compared: {}", failure.getClass().getName()));
	}

}
