package io.hilum.routing.provider.bedrock;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Credentials of the environment: AWS's own chain, which knows web identity (EKS), pod
 * identity, ECS, EC2, profiles and environment variables. The chain may ask over the
 * network, so it is asked off the event loops, by one call at a time, and its answer is
 * kept for a while. Thread-safe.
 */
final class ChainedCredentials {

	private static final Logger logger = LoggerFactory.getLogger(ChainedCredentials.class);

	private final IdentityProvider<? extends AwsCredentialsIdentity> chain;

	private final BedrockProviderProperties properties;

	private final Clock clock;

	private final Mono<AwsCredentialsIdentity> credentials;

	ChainedCredentials(IdentityProvider<? extends AwsCredentialsIdentity> chain, BedrockProviderProperties properties,
			Clock clock) {
		this.chain = chain;
		this.properties = properties;
		this.clock = clock;
		this.credentials = Mono.defer(this::ask)
			.timeout(properties.credentialsTimeout())
			.doOnError((cause) -> logger.warn("AWS gives no credentials: {}", cause.getClass().getSimpleName()))
			.cache(this::kept, (cause) -> properties.credentialsPause(), properties::credentialsPause);
	}

	/**
	 * The credentials.
	 * @return credentials that are valid now, or a failure
	 */
	Mono<AwsCredentialsIdentity> credentials() {
		return this.credentials;
	}

	private Mono<AwsCredentialsIdentity> ask() {
		return Mono.<AwsCredentialsIdentity>fromFuture(() -> this.chain.resolveIdentity().thenApply((found) -> found))
			.subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Before their end they are renewed; the chain itself renews them earlier.
	 */
	private Duration kept(AwsCredentialsIdentity found) {
		Duration longest = this.properties.credentialsKept();
		return found.expirationTime()
			.map((end) -> Duration.between(this.clock.instant(), end.minus(this.properties.credentialsMargin())))
			.filter((left) -> left.compareTo(longest) < 0)
			.map((left) -> left.isNegative() ? Duration.ZERO : left)
			.orElse(longest);
	}

}
