package io.hilum.routing.provider.bedrock;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.http.HttpProviders;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import org.springframework.stereotype.Component;

/**
 * Makes providers for Amazon Bedrock, logged in to by a Bedrock API key, by keys of the
 * catalogue or, without both, by the credentials of the environment.
 */
@Component
class BedrockProviderFactory implements ProviderFactory, AutoCloseable {

	private final HttpProviders providers;

	private final Clock clock;

	private final DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build();

	private final ChainedCredentials environment;

	BedrockProviderFactory(HttpProviders providers, BedrockProviderProperties properties, Clock clock) {
		this.providers = providers;
		this.clock = clock;
		this.environment = new ChainedCredentials(this.chain, properties, clock);
	}

	@Override
	public Set<ProviderType> types() {
		return Set.of(ProviderType.BEDROCK);
	}

	@Override
	public Provider create(ProviderDefinition definition) {
		String region = Objects.requireNonNull(definition.region());
		URI endpoint = definition.endpoint();
		return this.providers.create(definition, new BedrockDialect(
				(endpoint != null) ? endpoint : BedrockDialect.endpointOf(region), login(definition, region)));
	}

	private BedrockLogin login(ProviderDefinition definition, String region) {
		String apiKey = definition.apiKey();
		return (apiKey != null) ? BedrockLogin.byApiKey(apiKey)
				: new SignedLogin(credentials(definition), region, this.clock);
	}

	private Mono<AwsCredentialsIdentity> credentials(ProviderDefinition definition) {
		String id = definition.setting("access-key-id");
		String secret = definition.setting("secret-access-key");
		return (id != null && secret != null)
				? Mono.just(StaticCredentials.of(id, secret, definition.setting("session-token")))
				: this.environment.credentials();
	}

	@Override
	public void close() {
		this.chain.close();
	}

}
