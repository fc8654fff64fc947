package io.hilum.phi.lists;

import io.hilum.catalogue.CatalogueSource;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the lists: those with which the service starts must be readable.
 */
@Configuration(proxyBeanMethods = false)
class ListsConfiguration {

	@Bean
	LiveLists ownLists(CatalogueSource source, MeterRegistry meters) {
		return new LiveLists(source.first(), meters);
	}

}
