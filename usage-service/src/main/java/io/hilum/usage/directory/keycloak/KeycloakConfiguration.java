package io.hilum.usage.directory.keycloak;

import io.hilum.usage.directory.Directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The directory, where a Keycloak is configured.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(KeycloakConfiguration.OnUrl.class)
class KeycloakConfiguration {

	@Bean(destroyMethod = "close")
	Directory directory(KeycloakProperties properties) {
		if (properties.clientSecret().isBlank()) {
			throw new IllegalStateException("hilum.directory.keycloak.client-secret is empty: with a url there must be "
					+ "the secret of client " + properties.clientId());
		}
		return KeycloakDirectory.connect(properties);
	}

	/**
	 * The address is set; an empty one, as the placeholder of the configuration gives, is
	 * none.
	 */
	static class OnUrl implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !context.getEnvironment().getProperty("hilum.directory.keycloak.url", "").isBlank();
		}

	}

}
