package io.hilum.usage.identity;

import java.time.Clock;
import java.util.List;

import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.webflux.ContextWebFilter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Puts the door in front of every path that carries data.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	@Bean
	ContextWebFilter contextWebFilter(@Value("${spring.application.name}") String name, ContextProperties properties,
			Clock clock) {
		return new ContextWebFilter(new ContextVerifier(name, properties.keys(), clock), List.of("/actuator/"));
	}

	@Bean
	WebFluxConfigurer callerArgument(ContextProperties properties) {
		return new WebFluxConfigurer() {
			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new CallerArgumentResolver(properties.administratorRoles()));
			}
		};
	}

}
