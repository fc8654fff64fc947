package io.hilum.quickstart.service;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Admits, in the context of a service, only the auto-configurations that the service
 * would find by itself. Without it the libraries of one service would configure beans in
 * all others.
 */
final class OwnAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
		boolean[] admitted = new boolean[candidates.length];
		String service = (this.environment != null) ? this.environment.getProperty(ServiceStart.SERVICE) : null;
		ServiceLibraries libraries = (service != null) ? ServiceLibraries.of(service) : null;
		for (int i = 0; i < candidates.length; i++) {
			String candidate = candidates[i];
			admitted[i] = candidate != null && (libraries == null || libraries.have(candidate));
		}
		return admitted;
	}

}
