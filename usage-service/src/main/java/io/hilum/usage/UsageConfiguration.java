package io.hilum.usage;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.zone.ZoneRulesProvider;
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
		// The JDK reads its time zones from a file when they are first asked for: here,
		// and not on an event loop.
		var unused = ZoneRulesProvider.getAvailableZoneIds();
		return Clock.systemUTC();
	}

	@Bean
	RandomGenerator random() {
		return new SecureRandom();
	}

}
