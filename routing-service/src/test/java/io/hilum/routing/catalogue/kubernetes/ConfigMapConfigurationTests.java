package io.hilum.routing.catalogue.kubernetes;

import io.hilum.routing.catalogue.CatalogueIntake;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.kubernetes.commons.KubernetesCommonsAutoConfiguration;
import org.springframework.cloud.kubernetes.fabric8.Fabric8AutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigMapConfiguration} with the client that Spring Cloud brings.
 */
class ConfigMapConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(KubernetesCommonsAutoConfiguration.class, Fabric8AutoConfiguration.class))
		.withUserConfiguration(Bound.class, ConfigMapConfiguration.class)
		.withBean(CatalogueIntake.class, () -> (content) -> {
		});

	@Test
	void isOffUnlessItIsSwitchedOn() {
		this.runner.withPropertyValues("spring.cloud.kubernetes.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ConfigMapWatch.class)
				.doesNotHaveBean(KubernetesClient.class));
	}

	@Test
	void followsWithTheClientOfSpringCloud() {
		this.runner
			.withPropertyValues("spring.main.cloud-platform=kubernetes", "spring.cloud.kubernetes.enabled=true",
					"spring.cloud.kubernetes.client.master-url=http://localhost:1",
					"spring.cloud.kubernetes.client.namespace=hilum", "hilum.catalogue.config-map.name=catalogue")
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(ConfigMapWatch.class)
				.extracting(ConfigMapWatch::isRunning)
				.isEqualTo(true));
	}

	@Test
	void refusesToFollowNothing() {
		this.runner
			.withPropertyValues("spring.main.cloud-platform=kubernetes", "spring.cloud.kubernetes.enabled=true",
					"spring.cloud.kubernetes.client.master-url=http://localhost:1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("HILUM_CATALOGUE_CONFIG_MAP"));
	}

	/**
	 * Binds the properties.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(ConfigMapProperties.class)
	static class Bound {

	}

}
