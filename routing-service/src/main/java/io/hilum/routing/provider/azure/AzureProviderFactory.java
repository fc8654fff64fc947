package io.hilum.routing.provider.azure;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.http.HttpProviders;
import io.hilum.routing.provider.http.TokenProperties;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes providers for Azure OpenAI, logged in by key or, without one, by workload
 * identity.
 */
@Component
class AzureProviderFactory implements ProviderFactory {

	private final HttpProviders providers;

	private final WorkloadIdentity identity;

	AzureProviderFactory(HttpProviders providers, WorkloadIdentityProperties properties, TokenProperties tokens,
			Clock clock) {
		this.providers = providers;
		this.identity = new WorkloadIdentity(providers.client("entra-id"), properties, tokens, clock);
	}

	@Override
	public Set<ProviderType> types() {
		return Set.of(ProviderType.AZURE_OPENAI);
	}

	@Override
	public Provider create(ProviderDefinition definition) {
		return this.providers.create(definition, new AzureDialect(Objects.requireNonNull(definition.endpoint()),
				login(definition), Objects.requireNonNull(definition.apiVersion())));
	}

	private Mono<Map<String, String>> login(ProviderDefinition definition) {
		String apiKey = definition.apiKey();
		return (apiKey != null) ? Mono.just(Map.of("api-key", apiKey)) : this.identity.login();
	}

}
