package io.hilum.gateway.identity.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.SignedJWT;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The public keys of one issuer, in memory. They outlive an outage of the issuer up to an
 * age, since a key that it took back meanwhile would go on being believed; an unknown key
 * id leads to a fetch, but not sooner than a minimal interval after the last one.
 * Thread-safe.
 */
final class IssuerKeys {

	private static final Logger logger = LoggerFactory.getLogger(IssuerKeys.class);

	private final KeySetSource source;

	private final Duration minInterval;

	private final Duration firstInterval;

	private final Duration maxAge;

	private final Clock clock;

	private final Runnable onChange;

	private volatile @Nullable Fetched fetched;

	private Instant lastFetch = Instant.EPOCH;

	private @Nullable Mono<Void> fetching;

	/**
	 * Create the keys of an issuer, none at first.
	 * @param source where they are fetched
	 * @param minInterval how long after a fetch the next may follow
	 * @param firstInterval the same while there are none that may be used
	 * @param maxAge how old keys may be to be used
	 * @param clock the clock for that interval and age
	 * @param onChange what happens when another set of keys arrives
	 */
	IssuerKeys(KeySetSource source, Duration minInterval, Duration firstInterval, Duration maxAge, Clock clock,
			Runnable onChange) {
		this.source = source;
		this.minInterval = minInterval;
		this.firstInterval = firstInterval;
		this.maxAge = maxAge;
		this.clock = clock;
		this.onChange = onChange;
	}

	/**
	 * How old the keys are.
	 * @return the time since they were fetched, in seconds; not a number if they never
	 * were
	 */
	double ageSeconds() {
		Fetched present = this.fetched;
		return (present != null) ? Duration.between(present.at(), this.clock.instant()).toMillis() / 1000.0
				: Double.NaN;
	}

	/**
	 * The keys that could have signed a token.
	 * @param token the token
	 * @return the keys, none if its key id is not known
	 */
	Flux<JWK> candidates(SignedJWT token) {
		JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
		List<JWK> known = select(selector);
		if (!known.isEmpty()) {
			return Flux.fromIterable(known);
		}
		return refresh().thenMany(Flux.defer(() -> {
			if (usable() == null) {
				return Flux.error(new GatewayProblem.Unavailable("identity_provider_unavailable",
						"The identity provider does not answer, so nobody can be signed in. Try again shortly")
					.asException());
			}
			return Flux.fromIterable(select(selector));
		}));
	}

	private List<JWK> select(JWKSelector selector) {
		JWKSet present = usable();
		return (present != null) ? selector.select(present) : List.of();
	}

	private @Nullable JWKSet usable() {
		Fetched present = this.fetched;
		return (present != null && !this.clock.instant().isAfter(present.at().plus(this.maxAge))) ? present.keys()
				: null;
	}

	/**
	 * Fetch the keys, unless that happened a moment ago. Callers at the same time share
	 * one fetch.
	 * @return completion, whether it worked or not
	 */
	synchronized Mono<Void> refresh() {
		if (this.fetching != null) {
			return this.fetching;
		}
		Instant now = this.clock.instant();
		Duration interval = (usable() != null) ? this.minInterval : this.firstInterval;
		if (now.isBefore(this.lastFetch.plus(interval))) {
			return Mono.empty();
		}
		this.lastFetch = now;
		Mono<Void> fetch = this.source.fetch()
			.doOnNext(this::accept)
			.doOnError((ex) -> logger.warn("Keys of an issuer could not be fetched: {}", ex.getClass().getSimpleName()))
			.onErrorComplete()
			.doFinally((signal) -> finished())
			.then()
			.cache();
		this.fetching = fetch;
		return fetch;
	}

	private void accept(JWKSet published) {
		JWKSet usable = new JWKSet(
				published.getKeys().stream().filter(IssuerKeys::verifies).map(JWK::toPublicJWK).toList());
		Fetched before = this.fetched;
		this.fetched = new Fetched(usable, this.clock.instant());
		if (before != null && !before.keys().toJSONObject().equals(usable.toJSONObject())) {
			this.onChange.run();
		}
	}

	/**
	 * A secret signs nothing here, nor does a key that its issuer publishes for something
	 * else, such as encryption (RFC 7517, section 4.3).
	 */
	private static boolean verifies(JWK key) {
		Set<KeyOperation> operations = key.getKeyOperations();
		return (key.getKeyType() == KeyType.RSA || key.getKeyType() == KeyType.EC)
				&& (operations == null || operations.contains(KeyOperation.VERIFY));
	}

	private synchronized void finished() {
		this.fetching = null;
	}

	/**
	 * Keys as they were.
	 *
	 * @param keys the keys
	 * @param at when they were fetched
	 */
	private record Fetched(JWKSet keys, Instant at) {
	}

}
