package io.hilum.routing.provider.sandbox;

import java.time.Clock;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;

import org.springframework.stereotype.Component;

/**
 * Makes the sandbox.
 */
@Component
class SandboxProviderFactory implements ProviderFactory {

	private final SandboxProperties properties;

	private final Clock clock;

	SandboxProviderFactory(SandboxProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public Set<ProviderType> types() {
		return Set.of(ProviderType.SANDBOX);
	}

	@Override
	public Provider create(ProviderDefinition definition) {
		return new SandboxProvider(this.properties, this.clock);
	}

}
