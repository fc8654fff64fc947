package io.hilum.catalogue.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.hilum.catalogue.CatalogueIntake;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.kubernetes.commons.KubernetesCommonsAutoConfiguration;
import org.springframework.cloud.kubernetes.fabric8.Fabric8AutoConfiguration;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigMapAutoConfiguration} with the client that Spring Cloud brings.
 */
class ConfigMapAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(KubernetesCommonsAutoConfiguration.class, Fabric8AutoConfiguration.class))
		.withConfiguration(AutoConfigurations.of(declared()))
		.withBean(CatalogueIntake.class, () -> (content) -> {
		});

	@Test
	void isOffUnlessItIsSwitchedOn() {
		this.runner.withPropertyValues("spring.cloud.kubernetes.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ConfigMapWatch.class)
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
	 * What the module declares to Spring Boot.
	 */
	private static Class<?>[] declared() {
		ClassLoader loader = ConfigMapAutoConfigurationTests.class.getClassLoader();
		return ImportCandidates.load(AutoConfiguration.class, loader)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.hilum.catalogue."))
			.map((name) -> ClassUtils.resolveClassName(name, loader))
			.toArray(Class<?>[]::new);
	}

}
