package io.hilum.agents.record.fhir;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects the record system, where there is one.
 */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

	@Bean
	RecordSystem recordSystem(FhirProperties properties, Clock clock) {
		return properties.isConnected() ? new FhirRecord(properties, clock) : new NoRecord();
	}

}
