package io.hilum.usage;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Time and chance, injected so that tests can choose them.
 */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	RandomGenerator random() {
		return new SecureRandom();
	}

}
