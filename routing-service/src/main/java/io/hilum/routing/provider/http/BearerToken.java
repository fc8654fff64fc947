package io.hilum.routing.provider.http;

import java.time.Duration;
import java.util.Map;

import io.hilum.routing.provider.ProviderFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A token that logs in and expires.
 *
 * @param value the token
 * @param life how long it is valid from now on
 */
public record BearerToken(String value, Duration life) {

	private static final Logger logger = LoggerFactory.getLogger(BearerToken.class);

	/**
	 * Log in with tokens, each kept until shortly before it expires.
	 * @param issuer who gives them, for the log
	 * @param fetch gets a new one
	 * @param properties for how long each is kept
	 * @return the headers that log in, or a {@link ProviderFailure} if there is no token
	 */
	public static Mono<Map<String, String>> login(String issuer, Mono<BearerToken> fetch, TokenProperties properties) {
		return fetch
			.doOnError((cause) -> logger.warn("{} gives no token: {}", issuer, cause.getClass().getSimpleName()))
			.cache((token) -> token.kept(properties), (cause) -> properties.pause(), properties::pause)
			.map((token) -> Map.of("Authorization", "Bearer " + token.value()))
			.onErrorMap((cause) -> ProviderFailure.of(ProviderFailure.Kind.UNREACHABLE));
	}

	private Duration kept(TokenProperties properties) {
		Duration kept = this.life.minus(properties.margin());
		return (kept.compareTo(properties.shortest()) > 0) ? kept : properties.shortest();
	}

	@Override
	public String toString() {
		return "BearerToken[REDACTED]";
	}

}
