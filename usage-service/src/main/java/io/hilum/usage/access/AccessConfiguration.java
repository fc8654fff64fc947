package io.hilum.usage.access;

import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.transaction.UnitOfWork;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the repair of the access topic together.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	@Bean
	AccessRepair accessRepair(AccessState state, AccessTopic topic, UnitOfWork unitOfWork, OutboxRelay relay) {
		return new AccessRepair(state, topic, unitOfWork, relay);
	}

}
