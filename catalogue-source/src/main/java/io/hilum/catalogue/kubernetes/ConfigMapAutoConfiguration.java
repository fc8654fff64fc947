package io.hilum.catalogue.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.hilum.catalogue.Changes;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Follows the ConfigMap, on Kubernetes only.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "spring.cloud.kubernetes.enabled", havingValue = "true")
@EnableConfigurationProperties(ConfigMapProperties.class)
class ConfigMapAutoConfiguration {

	@Bean
	ConfigMapWatch configMapWatch(KubernetesClient client, ConfigMapProperties properties, Changes changes) {
		if (properties.name().isBlank()) {
			throw new IllegalArgumentException(
					"hilum.catalogue.config-map.name (HILUM_CATALOGUE_CONFIG_MAP) must name the ConfigMap to follow");
		}
		return new ConfigMapWatch(client, properties, changes);
	}

}
