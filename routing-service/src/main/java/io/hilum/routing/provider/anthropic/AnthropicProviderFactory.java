package io.hilum.routing.provider.anthropic;

import java.util.Objects;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.http.HttpProviderProperties;
import io.hilum.routing.provider.http.HttpProviders;

import org.springframework.stereotype.Component;

/**
 * Makes providers for Anthropic and for servers that speak its dialect.
 */
@Component
class AnthropicProviderFactory implements ProviderFactory {

	private final HttpProviders providers;

	private final int maxEventBytes;

	AnthropicProviderFactory(HttpProviders providers, HttpProviderProperties properties) {
		this.providers = providers;
		this.maxEventBytes = Math.toIntExact(properties.maxAnswer().toBytes());
	}

	@Override
	public Set<ProviderType> types() {
		return Set.of(ProviderType.ANTHROPIC);
	}

	@Override
	public Provider create(ProviderDefinition definition) {
		return this.providers.create(definition, new AnthropicDialect(Objects.requireNonNull(definition.endpoint()),
				definition.apiKey(), definition.setting("version"), this.maxEventBytes));
	}

}
