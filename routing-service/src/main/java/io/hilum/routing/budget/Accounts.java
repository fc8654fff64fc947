package io.hilum.routing.budget;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds who pays for a request: the organisation always, and each scope of the caller
 * that has a budget.
 */
public final class Accounts {

	private static final String ORGANISATION = "organisation";

	private static final BudgetWindow MONTH = new BudgetWindow(BudgetWindow.Unit.MONTH, ZoneOffset.UTC);

	private final Budgets budgets;

	private final Clock clock;

	public Accounts(Budgets budgets, Clock clock) {
		this.budgets = budgets;
		this.clock = clock;
	}

	/**
	 * The accounts of a caller.
	 * @param caller who asks
	 * @return the accounts, at least one
	 */
	public List<Account> of(ServiceContext caller) {
		return of(caller, this.clock.instant());
	}

	/**
	 * The accounts of a caller at a time.
	 * @param caller who asks
	 * @param now the time
	 * @return the accounts, at least one
	 */
	public List<Account> of(ServiceContext caller, Instant now) {
		List<Account> accounts = new ArrayList<>(5);
		accounts.add(this.budgets.find(ORGANISATION)
			.map((budget) -> account(budget, now))
			.orElseGet(() -> new Account(ORGANISATION, MONTH.unit(), MONTH.start(now), MONTH.end(now), null)));
		scopes(caller)
			.forEach((scope) -> this.budgets.find(scope).ifPresent((budget) -> accounts.add(account(budget, now))));
		return accounts;
	}

	/**
	 * Whether it is known what everybody may spend who pays for a request.
	 * @param caller who asks
	 * @return {@code false} if a change of one of the budgets could not be read
	 */
	public boolean areKnown(ServiceContext caller) {
		return this.budgets.isKnown(ORGANISATION) && scopes(caller).allMatch(this.budgets::isKnown);
	}

	private static Stream<String> scopes(ServiceContext caller) {
		return Stream
			.of(Optional.of("team:" + caller.team()), Optional.of("user:" + caller.subject()),
					Optional.ofNullable(caller.application()).map((id) -> "application:" + id),
					Optional.ofNullable(caller.keyId()).map((id) -> "key:" + id))
			.flatMap(Optional::stream);
	}

	private static Account account(Budget budget, Instant now) {
		BudgetWindow window = budget.window();
		return new Account(budget.id(), window.unit(), window.start(now), window.end(now),
				new Account.Limit(budget.limitNanoUsd(), budget.hard(), budget.warnAtPercent()), before(budget, now));
	}

	private static Account.@Nullable Before before(Budget budget, Instant now) {
		Budget.RollOver rollOver = budget.rollOver();
		BudgetWindow window = budget.window();
		return (rollOver == null) ? null : new Account.Before(window.startBefore(now), window.end(window.end(now)),
				rollOver.mostNanoUsd(), rollOver.since().isBefore(window.begin(now)));
	}

}
