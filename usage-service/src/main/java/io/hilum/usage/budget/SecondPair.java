package io.hilum.usage.budget;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Four eyes on budgets, where they are wanted: what lets more be spent than before, or
 * spending go on with fewer warnings, comes into force when a second administrator asks
 * for exactly the same, in person.
 */
@Component
class SecondPair {

	private final Budgets budgets;

	private final Proposals proposals;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final BudgetProperties properties;

	private final Clock clock;

	SecondPair(Budgets budgets, Proposals proposals, AuditTrail audit, UnitOfWork unitOfWork,
			BudgetProperties properties, Clock clock) {
		this.budgets = budgets;
		this.proposals = proposals;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Let a budget be set, unless a second administrator has to agree first.
	 * @param caller who wants it
	 * @param wanted the budget
	 * @return empty if it may be set, else the refusal as an error
	 */
	Mono<Void> forSetting(Caller caller, Budget wanted) {
		if (!this.properties.fourEyes()) {
			return Mono.empty();
		}
		return this.budgets.find(List.of(wanted.id()))
			.filter((present) -> raises(present, wanted))
			.next()
			.flatMap((present) -> require(caller, wanted.id(), textOf(wanted)));
	}

	/**
	 * Let a budget be lifted, unless a second administrator has to agree first.
	 * @param caller who wants it
	 * @param id its id
	 * @return empty if it may be lifted, else the refusal as an error
	 */
	Mono<Void> forLifting(Caller caller, String id) {
		if (!this.properties.fourEyes()) {
			return Mono.empty();
		}
		return this.budgets.find(List.of(id)).next().flatMap((present) -> require(caller, id, "lift"));
	}

	static boolean raises(Budget present, Budget wanted) {
		boolean sameWindow = present.window().equals(wanted.window()) && present.timeZone().equals(wanted.timeZone());
		boolean softer = present.mode().equals("hard") && wanted.mode().equals("soft");
		return !sameWindow || softer || wanted.limitNanoUsd() > present.limitNanoUsd()
				|| wanted.rollOverNanoUsd() > present.rollOverNanoUsd()
				|| !wanted.warnAtPercent().containsAll(present.warnAtPercent());
	}

	private static String textOf(Budget wanted) {
		return String.join("|", wanted.window(), wanted.timeZone(), Long.toString(wanted.limitNanoUsd()), wanted.mode(),
				Long.toString(wanted.rollOverNanoUsd()),
				wanted.warnAtPercent().stream().map(String::valueOf).collect(Collectors.joining(",")));
	}

	private Mono<Void> require(Caller caller, String id, String wanted) {
		if (caller.context().keyId() != null) {
			return refuse(caller, id, "person_required", "Budgets are raised in person, not with a key");
		}
		Instant now = this.clock.instant();
		Mono<Boolean> agreed = this.proposals
			.takeSame(id, wanted, caller.subject(), now.minus(this.properties.proposalAge()))
			.flatMap((same) -> same ? Mono.just(true)
					: this.proposals.put(id, wanted, caller.subject(), now).thenReturn(false));
		return this.unitOfWork.inOne(agreed)
			.flatMap((same) -> same ? Mono.empty() : refuse(caller, id, "second_administrator_required",
					"It is noted, and comes into force when another administrator asks for exactly the same within "
							+ this.properties.proposalAge().toDays() + " days"));
	}

	private Mono<Void> refuse(Caller caller, String id, String code, String message) {
		return this.audit.refused(caller, "budget.raise", "budget:" + id, code)
			.then(Mono.error(() -> new UsageProblem.Refused(code, message)));
	}

}
