package io.hilum.routing.provider.openai;

import java.util.Objects;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.http.HttpProviders;

import org.springframework.stereotype.Component;

/**
 * Makes providers for OpenAI and for servers that speak its dialect.
 */
@Component
class OpenAiProviderFactory implements ProviderFactory {

	private final HttpProviders providers;

	OpenAiProviderFactory(HttpProviders providers) {
		this.providers = providers;
	}

	@Override
	public Set<ProviderType> types() {
		return Set.of(ProviderType.OPENAI, ProviderType.OPENAI_COMPATIBLE);
	}

	@Override
	public Provider create(ProviderDefinition definition) {
		return this.providers.create(definition, new OpenAiDialect(Objects.requireNonNull(definition.endpoint()),
				definition.apiKey(), definition.type() == ProviderType.OPENAI_COMPATIBLE));
	}

}
