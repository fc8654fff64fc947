package io.hilum.usage.account;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.hilum.usage.access.AccessEvent;
import io.hilum.usage.access.AccessState;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.budget.Budget;
import io.hilum.usage.budget.BudgetRequest;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Issues and revokes keys. A change, its event and its evidence are one transaction; the
 * answer waits for the event's acknowledgement, since only then is it in force.
 */
@Component
public class KeyRegistry {

	private final Keys keys;

	private final Owners owners;

	private final LastingRoles lasting;

	private final OwnedKeys owned;

	private final KeyBudgets budgets;

	private final AccessState access;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	private final AccountProperties properties;

	private final Clock clock;

	private final RandomGenerator random;

	KeyRegistry(Keys keys, Owners owners, LastingRoles lasting, OwnedKeys owned, KeyBudgets budgets, AccessState access,
			AuditTrail audit, UnitOfWork unitOfWork, OutboxRelay relay, AccountProperties properties, Clock clock,
			RandomGenerator random) {
		this.keys = keys;
		this.owners = owners;
		this.lasting = lasting;
		this.owned = owned;
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
	 * Issue a key, which has no role that its owner has for a while.
	 * @param caller who asks
	 * @param request what for
	 * @return the key and its secret, which cannot be had again
	 */
	public Mono<IssuedKey> issue(Caller caller, KeyRequest request) {
		return this.lasting.of(caller)
			.zipWith(keyOf(caller),
					(lasting, own) -> KeyGrant.of(lasting, own.orElse(null), request, this.clock.instant()))
			.flatMap((grant) -> requireRoom(grant.subject()).thenReturn(grant))
			.flatMap((grant) -> issue(caller, grant, request.budget()))
			.onErrorResume(UsageProblem.Refused.class,
					(refusal) -> this.audit.refused(caller, "key.issue", null, refusal.code())
						.then(Mono.error(refusal)));
	}

	/**
	 * List keys that the caller may see.
	 * @param caller who asks
	 * @param after the id after which to begin
	 * @param limit how many at most
	 * @return the caller's keys, or everybody's for an administrator
	 */
	public Mono<List<ApiKey>> list(Caller caller, @Nullable String after, int limit) {
		return this.keys.list(caller.administers() ? null : caller.subject(), after, limit).collectList();
	}

	/**
	 * The budgets of keys.
	 * @param keys the keys
	 * @return the budgets that are there, by the id of the key
	 */
	public Mono<Map<String, Budget>> budgetsOf(List<ApiKey> keys) {
		return this.budgets.of(keys);
	}

	/**
	 * Revoke a key. Revoking it again changes nothing.
	 * @param caller who asks
	 * @param id the id of the key
	 * @return when the revocation is in force
	 */
	public Mono<Void> revoke(Caller caller, String id) {
		return this.keys.find(id)
			.filter((key) -> caller.mayRead(key.subject()))
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no key " + id)))
			.flatMap((key) -> this.unitOfWork.inOne(this.owned.revokeNow(caller, id)).then(this.relay.flush()))
			.flatMap((inForce) -> inForce ? Mono.<Void>empty() : Mono.error(pending(id)));
	}

	private Mono<IssuedKey> issue(Caller caller, KeyGrant grant, @Nullable BudgetRequest budget) {
		Mono<IssuedKey> change = this.owners.admit(grant.team(), grant.application())
			.map(grant::within)
			.flatMap((within) -> add(caller, within, budget));
		return this.unitOfWork.inOne(change).flatMap((issued) -> this.relay.flush().map(issued::inForce));
	}

	/** The budget is told first, so that nobody ever knows the key without it. */
	private Mono<IssuedKey> add(Caller caller, KeyGrant grant, @Nullable BudgetRequest wanted) {
		String id = KeySecret.newId(this.random);
		KeySecret secret = KeySecret.of(id, this.random);
		ApiKey key = new ApiKey(id, secret.sha256(), grant.name(), grant.subject(), grant.roles(), grant.team(),
				grant.application(), grant.purpose(), grant.models(), grant.networks(), grant.expiresAt(),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject(), null, null);
		return this.keys.add(key)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.Unavailable("id_taken", "Try again")))
			.flatMap((added) -> this.budgets.set(caller, id, wanted))
			.delayUntil((budget) -> this.access.change(eventOf(key)))
			.delayUntil((budget) -> this.audit.allowed(caller, "key.issue", "key:" + id))
			.map((budget) -> new IssuedKey(key, secret, budget.orElse(null), false));
	}

	private Mono<Void> requireRoom(String subject) {
		return this.keys.count(subject)
			.filter((count) -> count >= this.properties.maxKeysPerSubject())
			.flatMap((count) -> Mono.error(() -> new UsageProblem.Refused("too_many_keys",
					"The subject has " + count + " keys, revoke one first")));
	}

	private Mono<Optional<ApiKey>> keyOf(Caller caller) {
		String id = caller.context().keyId();
		if (id == null) {
			return Mono.just(Optional.empty());
		}
		return this.budgets.requireNone(id)
			.then(this.keys.find(id))
			.map(Optional::of)
			.switchIfEmpty(
					Mono.error(() -> new UsageProblem.Refused("key_unknown", "The key of the caller is not known")));
	}

	static AccessEvent eventOf(ApiKey key) {
		Retiring retiring = key.retiring();
		return new AccessEvent.KeyIssued(key.id(), false, key.sha256(), key.name(), key.subject(), key.roles(),
				key.team(), key.application(), key.purpose(), key.models(), key.networks(), key.expiresAt(),
				(retiring != null) ? new AccessEvent.KeyIssued.RetiringSecret(retiring.sha256(), retiring.until())
						: null);
	}

	private static UsageProblem pending(String id) {
		return new UsageProblem.Unavailable("revocation_pending", "Key " + id
				+ " is revoked in the store, but the event bus has not acknowledged it: it may still be accepted. Try again");
	}

}
