package io.hilum.routing.catalogue.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.hilum.routing.catalogue.CatalogueIntake;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Follows the ConfigMap, on Kubernetes only.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.cloud.kubernetes.enabled", havingValue = "true")
class ConfigMapConfiguration {

	@Bean
	ConfigMapWatch configMapWatch(KubernetesClient client, ConfigMapProperties properties, CatalogueIntake intake) {
		if (properties.name().isBlank()) {
			throw new IllegalArgumentException(
					"hilum.catalogue.config-map.name (HILUM_CATALOGUE_CONFIG_MAP) must name the ConfigMap to follow");
		}
		return new ConfigMapWatch(client, properties, intake);
	}

}
