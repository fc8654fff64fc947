package io.hilum.routing.budget;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Accounts} and {@link Budgets}.
 */
class AccountsTests {

	private static final BudgetWindow DAY = new BudgetWindow(BudgetWindow.Unit.DAY, ZoneOffset.UTC);

	private static final ServiceContext CALLER = new ServiceContext("r", "idp|bo", List.of("Billing"), "revenue",
			"claims", "k1", "payment", PhiState.NONE, "p", "c");

	private final Budgets budgets = new Budgets();

	private final Accounts accounts = new Accounts(this.budgets,
			Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC));

	@Test
	void theOrganisationAlwaysPays() {
		assertThat(this.accounts.of(CALLER)).extracting(Account::key).containsExactly("organisation:month:2026-01-01");
		assertThat(this.accounts.of(CALLER).getFirst().limit()).isNull();
	}

	@Test
	void everyScopeWithABudgetPays() {
		for (String id : List.of("organisation", "team:revenue", "user:idp|bo", "application:claims", "key:k1",
				"team:other")) {
			this.budgets.put(new Budget(id, 1, DAY, 100, true));
		}
		assertThat(this.accounts.of(CALLER)).extracting(Account::scope)
			.containsExactly("organisation", "team:revenue", "user:idp|bo", "application:claims", "key:k1");
		assertThat(this.accounts.of(CALLER)).extracting(Account::kind)
			.containsExactly("organisation", "team", "user", "application", "key");
	}

	@Test
	void softBudgetsAreWatchedAndRefuseNothing() {
		this.budgets.put(new Budget("team:revenue", 1, DAY, 100, false));
		assertThat(this.accounts.of(CALLER).get(1).refuses()).isFalse();
	}

	@Test
	void knowsTheWindowBeforeWhereSomethingIsCarriedOver() {
		this.budgets.put(new Budget("team:revenue", 1, DAY, 100, true, List.of(),
				new Budget.RollOver(40, Instant.parse("2026-01-04T23:59:59Z"))));
		Account account = this.accounts.of(CALLER).get(1);
		assertThat(account.before())
			.isEqualTo(new Account.Before(LocalDate.of(2026, 1, 4), Instant.parse("2026-01-07T00:00:00Z"), 40, true));
		assertThat(account.keyBefore()).isEqualTo("team:revenue:day:2026-01-04");
		assertThat(account.lastUse()).isEqualTo(Instant.parse("2026-01-07T00:00:00Z"));
		this.budgets.put(new Budget("team:revenue", 2, DAY, 100, true, List.of(),
				new Budget.RollOver(40, Instant.parse("2026-01-05T00:00:00Z"))));
		assertThat(this.accounts.of(CALLER).get(1).before()).isNotNull().returns(false, Account.Before::counts);
		assertThat(this.accounts.of(CALLER).getFirst().before()).as("the organisation's, without a budget").isNull();
	}

	@Test
	void neverGoesBackToAnOlderVersion() {
		this.budgets.put(new Budget("team:revenue", 3, DAY, 300, true));
		this.budgets.put(new Budget("team:revenue", 2, DAY, 200, true));
		assertThat(this.budgets.find("team:revenue").orElseThrow().limitNanoUsd()).isEqualTo(300);
		this.budgets.remove("team:revenue", 4);
		this.budgets.put(new Budget("team:revenue", 3, DAY, 300, true));
		assertThat(this.budgets.find("team:revenue")).isEmpty();
	}

}
