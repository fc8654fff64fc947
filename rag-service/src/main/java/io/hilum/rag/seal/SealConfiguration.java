package io.hilum.rag.seal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The master key.
 */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

	@Bean
	MasterKey masterKey(SealProperties properties) {
		return MasterKey.parse(properties.master(), properties.otherMasters());
	}

}
