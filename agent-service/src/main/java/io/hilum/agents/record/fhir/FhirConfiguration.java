package io.hilum.agents.record.fhir;

import io.hilum.agents.record.RecordReader;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects the record system, where there is one.
 */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

	@Bean
	RecordReader recordReader(FhirProperties properties) {
		return properties.isConnected() ? new FhirRecord(properties) : new NoRecord();
	}

}
