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

	private static final Duration MARGIN = Duration.ofMinutes(5);

	private static final Duration SHORTEST = Duration.ofSeconds(30);

	private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

	/**
	 * Log in with tokens, each kept until shortly before it expires.
	 * @param issuer who gives them, for the log
	 * @param fetch gets a new one
	 * @return the headers that log in, or a {@link ProviderFailure} if there is no token
	 */
	public static Mono<Map<String, String>> login(String issuer, Mono<BearerToken> fetch) {
		return fetch
			.doOnError((cause) -> logger.warn("{} gives no token: {}", issuer, cause.getClass().getSimpleName()))
			.cache(BearerToken::kept, (cause) -> AFTER_FAILURE, () -> AFTER_FAILURE)
			.map((token) -> Map.of("Authorization", "Bearer " + token.value()))
			.onErrorMap((cause) -> ProviderFailure.of(ProviderFailure.Kind.UNREACHABLE));
	}

	private Duration kept() {
		Duration kept = this.life.minus(MARGIN);
		return (kept.compareTo(SHORTEST) > 0) ? kept : SHORTEST;
	}

	@Override
	public String toString() {
		return "BearerToken[REDACTED]";
	}

}
