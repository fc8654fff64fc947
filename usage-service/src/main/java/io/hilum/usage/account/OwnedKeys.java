package io.hilum.usage.account;

import java.time.Clock;
import java.util.List;

import io.hilum.usage.access.AccessEvent;
import io.hilum.usage.access.AccessState;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The keys of a team or an application, changed together with it: always in the present
 * transaction, each with its event and its evidence.
 */
@Component
public class OwnedKeys {

	private final Keys keys;

	private final AccessState access;

	private final AuditTrail audit;

	private final KeyBudgets budgets;

	private final Clock clock;

	OwnedKeys(Keys keys, AccessState access, AuditTrail audit, KeyBudgets budgets, Clock clock) {
		this.keys = keys;
		this.access = access;
		this.audit = audit;
		this.budgets = budgets;
		this.clock = clock;
	}

	/**
	 * Revoke all keys of a team.
	 * @param caller who deletes the team
	 * @param team its id
	 * @return how many were revoked
	 */
	public Mono<Long> revokeOfTeam(Caller caller, String team) {
		return revoke(caller, this.keys.ofTeam(team));
	}

	/**
	 * Revoke all keys of an application.
	 * @param caller who deletes the application
	 * @param application its id
	 * @return how many were revoked
	 */
	public Mono<Long> revokeOfApplication(Caller caller, String application) {
		return revoke(caller, this.keys.ofApplication(application));
	}

	/**
	 * Take from all keys of an application what it may not use any more. A key that may
	 * use nothing then is revoked.
	 * @param caller who changes the application
	 * @param application its id
	 * @param models patterns of models it may use from now on
	 * @return how many keys were changed
	 */
	public Mono<Long> narrowOfApplication(Caller caller, String application, List<String> models) {
		return this.keys.ofApplication(application)
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.concatMap((key) -> narrow(caller, key, ModelPatterns.within(key.models(), models)))
			.reduce(0L, Long::sum);
	}

	private Mono<Long> narrow(Caller caller, ApiKey key, List<String> models) {
		if (models.equals(key.models())) {
			return Mono.just(0L);
		}
		return models.isEmpty() ? revoke(caller, key)
				: this.keys.restrict(key.id(), models)
					.then(Mono.defer(() -> this.access.change(KeyRegistry.eventOf(key.withModels(models)))))
					.then(Mono.defer(() -> this.audit.allowed(caller, "key.narrow", "key:" + key.id())))
					.thenReturn(1L);
	}

	// The list is read to its end before the connection is used for the changes.
	private Mono<Long> revoke(Caller caller, Flux<ApiKey> owned) {
		return owned.collectList()
			.flatMapMany(Flux::fromIterable)
			.concatMap((key) -> revoke(caller, key))
			.reduce(0L, Long::sum);
	}

	private Mono<Long> revoke(Caller caller, ApiKey key) {
		return revokeNow(caller, key.id()).map((revoked) -> revoked ? 1L : 0L);
	}

	/**
	 * Revoke one key in the present transaction, unless it is revoked, and lift its
	 * budget.
	 * @param caller who revokes it
	 * @param id its id
	 * @return whether it was revoked by this call
	 */
	Mono<Boolean> revokeNow(Caller caller, String id) {
		return this.keys.revoke(id, caller.subject(), this.clock.instant())
			.flatMap((revoked) -> revoked ? this.access.change(new AccessEvent.KeyRevoked(id))
				.then(this.audit.allowed(caller, "key.revoke", "key:" + id))
				.then(this.budgets.lift(caller, id))
				.thenReturn(true) : Mono.just(false));
	}

}
