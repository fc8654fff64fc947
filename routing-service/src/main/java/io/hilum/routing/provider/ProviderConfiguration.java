package io.hilum.routing.provider;

import java.util.List;
import java.util.stream.Collectors;

import io.hilum.routing.catalogue.ServedTypes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells the catalogue which types of providers can be called.
 */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

	@Bean
	ServedTypes servedTypes(List<ProviderFactory> factories) {
		return new ServedTypes(factories.stream()
			.flatMap((factory) -> factory.types().stream())
			.collect(Collectors.toUnmodifiableSet()));
	}

}
