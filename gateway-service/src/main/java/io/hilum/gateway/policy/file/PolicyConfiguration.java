package io.hilum.gateway.policy.file;

import io.hilum.catalogue.CatalogueSource;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Opens the policy: without a catalogue nobody may do anything, and nothing starts.
 */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

	@Bean
	FilePolicySource policySource(CatalogueSource source, Environment environment, MeterRegistry meters) {
		byte[] first = source.first()
			.orElseThrow(() -> new IllegalArgumentException(
					"hilum.catalogue.file (HILUM_CATALOGUE) must name the catalogue"));
		return new FilePolicySource(first, environment, meters);
	}

}
