package io.hilum.routing.provider.azure;

import java.util.Objects;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.http.HttpProviders;

import org.springframework.stereotype.Component;

/**
 * Makes providers for Azure OpenAI.
 */
@Component
class AzureProviderFactory implements ProviderFactory {

	private final HttpProviders providers;

	AzureProviderFactory(HttpProviders providers) {
		this.providers = providers;
	}

	@Override
	public Set<ProviderType> types() {
		return Set.of(ProviderType.AZURE_OPENAI);
	}

	@Override
	public Provider create(ProviderDefinition definition) {
		return this.providers.create(definition, new AzureDialect(Objects.requireNonNull(definition.endpoint()),
				Objects.requireNonNull(definition.apiKey()), Objects.requireNonNull(definition.apiVersion())));
	}

}
