package io.hilum.usage.budget;

import java.util.Collection;
import java.util.List;

import io.hilum.usage.access.AccessEvent;
import io.hilum.usage.access.AccessState;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sets and lifts budgets. A change, its event and its evidence are one transaction.
 */
@Component
public class BudgetBook {

	private final Budgets budgets;

	private final SecondPair secondPair;

	private final AccessState access;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	BudgetBook(Budgets budgets, SecondPair secondPair, AccessState access, AuditTrail audit, UnitOfWork unitOfWork,
			OutboxRelay relay) {
		this.budgets = budgets;
		this.secondPair = secondPair;
		this.access = access;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.relay = relay;
	}

	/**
	 * Set a budget.
	 * @param caller who sets it
	 * @param budget the budget
	 * @return whether the event bus has acknowledged it
	 */
	public Mono<Boolean> set(Caller caller, Budget budget) {
		return this.secondPair.forSetting(caller, budget)
			.then(this.unitOfWork.inOne(setNow(caller, budget)))
			.then(this.relay.flush());
	}

	/**
	 * Set a budget in the present transaction, for what did not exist before it.
	 * @param caller who sets it
	 * @param budget the budget
	 * @return the budget as it is stored
	 */
	public Mono<Budget> setNow(Caller caller, Budget budget) {
		return this.budgets.set(budget)
			.delayUntil((stored) -> this.access.change(eventOf(stored, false)))
			.delayUntil((stored) -> this.audit.allowed(caller, "budget.set", "budget:" + stored.id()));
	}

	/**
	 * Lift a budget.
	 * @param caller who lifts it
	 * @param id its id
	 * @return whether the event bus has acknowledged it
	 */
	public Mono<Boolean> lift(Caller caller, String id) {
		Mono<Budget> change = liftNow(caller, id)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no budget " + id)));
		return this.secondPair.forLifting(caller, id).then(this.unitOfWork.inOne(change)).then(this.relay.flush());
	}

	/**
	 * Lift a budget in the present transaction, with what it limited.
	 * @param caller who lifts it
	 * @param id its id
	 * @return the budget, or nothing if there is none
	 */
	public Mono<Budget> liftNow(Caller caller, String id) {
		return this.budgets.remove(id)
			.delayUntil((budget) -> this.access.change(eventOf(budget, true)))
			.delayUntil((budget) -> this.audit.allowed(caller, "budget.lift", "budget:" + id));
	}

	/**
	 * Find budgets.
	 * @param ids their ids
	 * @return those that are set
	 */
	public Flux<Budget> find(Collection<String> ids) {
		return this.budgets.find(ids);
	}

	/**
	 * List budgets.
	 * @param after the id after which to begin
	 * @param limit how many at most
	 * @return the budgets
	 */
	public Mono<List<Budget>> list(@Nullable String after, int limit) {
		return this.budgets.list(after, limit).collectList();
	}

	private static AccessEvent eventOf(Budget budget, boolean revoked) {
		return new AccessEvent.BudgetChanged(budget.id(), revoked, budget.window(), budget.timeZone(),
				budget.limitNanoUsd(), budget.mode(), budget.warnAtPercent(), budget.rollOverNanoUsd(),
				budget.rollOverSince());
	}

}
