package io.hilum.agents.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Reading of records: what entries are called, and the tools.
 */
@Configuration(proxyBeanMethods = false)
@Import(RecordTools.class)
class RecordConfiguration {

	@Bean
	Aliases recordAliases() {
		return new Aliases();
	}

}
