package io.hilum.routing.identity;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.webflux.ContextWebFilter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets requests in only with a context that a known service signed.
 */
@Configuration(proxyBeanMethods = false)
class ContextConfiguration {

	private static final String GATEWAY = "gateway-service";

	@Bean
	ContextWebFilter contextWebFilter(ContextProperties properties, Clock clock,
			@Value("${spring.application.name}") String service) {
		Map<String, ContextKey> keys = new HashMap<>();
		properties.accept().forEach((issuer, key) -> {
			if (!key.isBlank()) {
				keys.put(issuer, ContextKey.parse(key));
			}
		});
		if (!keys.containsKey(GATEWAY)) {
			throw new IllegalStateException("hilum.context.accept." + GATEWAY
					+ " (HILUM_CONTEXT_KEY_GATEWAY_ROUTING) must be set: without it nobody could call this service");
		}
		return new ContextWebFilter(new ContextVerifier(service, keys, clock), List.of("/actuator/"));
	}

}
