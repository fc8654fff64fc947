package io.hilum.portal.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.webflux.ContextWebFilter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * The door of the service.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	private static final String NAME = "portal-service";

	/**
	 * What reads files of strangers may ask what is held, and nothing else (ADR 49).
	 */
	private static final Map<String, String> CONFINED = Map.of("rag-service", "/v1/portal/held");

	@Bean
	ContextWebFilter contextWebFilter(ContextProperties properties, Clock clock) {
		ContextVerifier verifier = new ContextVerifier(NAME, properties.keys(), clock);
		return new ContextWebFilter(verifier, List.of("/actuator/"), CONFINED);
	}

	@Bean
	WebFluxConfigurer callerArgument() {
		return new WebFluxConfigurer() {
			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new CallerArgument());
			}
		};
	}

}
