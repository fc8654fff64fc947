package io.hilum.routing.provider.google;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.http.HttpDialect;
import io.hilum.routing.provider.http.HttpProviderProperties;
import io.hilum.routing.provider.http.HttpProviders;
import io.hilum.routing.provider.http.TokenProperties;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes providers for the Gemini API, logged in by key, and for Vertex AI, logged in by
 * key (express mode) or, without one, by credentials of Google Cloud.
 */
@Component
class GoogleProviderFactory implements ProviderFactory {

	private final HttpProviders providers;

	private final GoogleLoginProperties properties;

	private final TokenProperties tokens;

	private final Clock clock;

	private final int maxEventBytes;

	GoogleProviderFactory(HttpProviders providers, HttpProviderProperties http, GoogleLoginProperties properties,
			TokenProperties tokens, Clock clock) {
		this.providers = providers;
		this.properties = properties;
		this.tokens = tokens;
		this.clock = clock;
		this.maxEventBytes = Math.toIntExact(http.maxAnswer().toBytes());
	}

	@Override
	public Set<ProviderType> types() {
		return Set.of(ProviderType.GEMINI, ProviderType.VERTEX_AI);
	}

	@Override
	public Provider create(ProviderDefinition definition) {
		HttpDialect dialect = (definition.type() == ProviderType.GEMINI)
				? new GeminiDialect(Objects.requireNonNull(definition.endpoint()), definition.apiKey(),
						this.maxEventBytes)
				: vertex(definition);
		return this.providers.create(definition, dialect);
	}

	private VertexDialect vertex(ProviderDefinition definition) {
		String root = VertexRoot.of(definition.endpoint(), definition.setting("project"),
				definition.setting("location"));
		return new VertexDialect(root, login(definition), this.maxEventBytes);
	}

	private Mono<Map<String, String>> login(ProviderDefinition definition) {
		String apiKey = definition.apiKey();
		return (apiKey != null) ? Mono.just(Map.of("x-goog-api-key", apiKey))
				: new GoogleLogin(definition.setting("credentials"), this.properties, this.tokens, this.clock)
					.headers();
	}

}
