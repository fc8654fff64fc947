package io.hilum.usage.account;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

import io.hilum.usage.access.AccessState;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives keys a new secret under the same id, so that budgets, limits and reports go on.
 * The secret before opens for the time of an overlap; one that was still retiring then
 * opens no more.
 */
@Component
public class KeyRotation {

	private final Keys keys;

	private final KeyBudgets budgets;

	private final AccessState access;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	private final AccountProperties properties;

	private final Clock clock;

	private final RandomGenerator random;

	KeyRotation(Keys keys, KeyBudgets budgets, AccessState access, AuditTrail audit, UnitOfWork unitOfWork,
			OutboxRelay relay, AccountProperties properties, Clock clock, RandomGenerator random) {
		this.keys = keys;
		this.budgets = budgets;
		this.access = access;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.relay = relay;
		this.properties = properties;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Give a key a new secret.
	 * @param caller who asks
	 * @param id the id of the key
	 * @param overlap how long the secret before opens too
	 * @return the key and its new secret, which cannot be had again
	 */
	public Mono<IssuedKey> rotate(Caller caller, String id, @Nullable Duration overlap) {
		Duration wanted = (overlap != null) ? overlap : this.properties.defaultOverlap();
		if (wanted.isNegative() || wanted.compareTo(this.properties.maxOverlap()) > 0) {
			return Mono.error(new UsageProblem.Invalid("overlap", "Expected PT0S to " + this.properties.maxOverlap()));
		}
		return this.keys.find(id)
			.filter((key) -> caller.mayRead(key.subject()))
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no key " + id)))
			.flatMap((key) -> requireOwn(caller, key))
			.flatMap((key) -> this.unitOfWork.inOne(rotate(caller, key, wanted)))
			.flatMap((issued) -> this.relay.flush().map(issued::inForce));
	}

	/** A key that could rotate another would get at rights that it does not have. */
	private Mono<ApiKey> requireOwn(Caller caller, ApiKey key) {
		String with = caller.context().keyId();
		UsageProblem.Refused refusal = key.revoked()
				? new UsageProblem.Refused("key_revoked", "A revoked key stays so; issue another")
				: new UsageProblem.Refused("key_too_wide", "A key may rotate itself and no other");
		if (!key.revoked() && (with == null || with.equals(key.id()))) {
			return Mono.just(key);
		}
		return this.audit.refused(caller, "key.rotate", "key:" + key.id(), refusal.code()).then(Mono.error(refusal));
	}

	private Mono<IssuedKey> rotate(Caller caller, ApiKey key, Duration overlap) {
		KeySecret secret = KeySecret.of(key.id(), this.random);
		Retiring before = overlap.isZero() ? null
				: new Retiring(key.sha256(), this.clock.instant().plus(overlap).truncatedTo(ChronoUnit.MICROS));
		ApiKey rotated = key.rotated(secret.sha256(), before);
		return this.keys.rotate(rotated, key.sha256())
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.Unavailable("key_changed", "Try again")))
			.then(Mono.defer(() -> this.keys.find(key.id())))
			.delayUntil((present) -> publish(caller, present))
			.flatMap((present) -> this.budgets.of(List.of(present))
				.map((found) -> new IssuedKey(present, secret, found.get(present.id()), false)));
	}

	/**
	 * As it is now that nobody else can change it: what it may do may have been narrowed
	 * since it was found.
	 */
	private Mono<Void> publish(Caller caller, ApiKey present) {
		return this.access.change(KeyRegistry.eventOf(present))
			.flatMap((version) -> this.audit.allowed(caller, "key.rotate", "key:" + present.id()));
	}

}
