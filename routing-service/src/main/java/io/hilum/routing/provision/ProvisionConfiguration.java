package io.hilum.routing.provision;

import java.time.Clock;

import io.hilum.routing.catalogue.Catalogues;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Watches the hours.
 */
@Configuration(proxyBeanMethods = false)
class ProvisionConfiguration {

	@Bean
	ProvisionMeter provisionMeter(Catalogues catalogues, HourTeller teller, ProvisionProperties properties,
			Clock clock) {
		return new ProvisionMeter(catalogues, teller, properties, clock);
	}

}
