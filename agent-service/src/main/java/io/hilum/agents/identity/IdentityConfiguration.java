package io.hilum.agents.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.webflux.ContextWebFilter;
import io.hilum.trust.seal.AesGcm;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The door of the service, and its own signature.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	private static final String NAME = "agent-service";

	private static final String GATEWAY = "gateway-service";

	@Bean
	ContextWebFilter contextWebFilter(ContextProperties properties, Clock clock) {
		ContextVerifier verifier = new ContextVerifier(NAME, Map.of(GATEWAY, properties.accept()), clock);
		return new ContextWebFilter(verifier, List.of("/actuator/"));
	}

	@Bean
	ContextSigner contextSigner(ContextProperties properties, Clock clock) {
		return new ContextSigner(NAME, Map.of(GATEWAY, properties.issue(NAME, GATEWAY)), clock);
	}

	/**
	 * What seals the records of runs. It changes with the key shared with the gateway,
	 * and with it all that is kept can no longer be read.
	 */
	@Bean
	AesGcm runSeal(ContextProperties properties) {
		return new AesGcm(properties.secret(NAME, "runs"));
	}

}
