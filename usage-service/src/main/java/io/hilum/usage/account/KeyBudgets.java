package io.hilum.usage.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hilum.usage.budget.Budget;
import io.hilum.usage.budget.BudgetBook;
import io.hilum.usage.budget.BudgetRequest;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The budgets of single keys: set when a key is issued, gone when it is revoked.
 */
@Component
class KeyBudgets {

	private static final String KIND = "key:";

	private final BudgetBook book;

	private final Clock clock;

	KeyBudgets(BudgetBook book, Clock clock) {
		this.book = book;
		this.clock = clock;
	}

	/**
	 * Set the budget of a new key in the present transaction. Who issues a key may limit
	 * it; it takes an administrator to change that.
	 * @param caller who issues the key
	 * @param key its id
	 * @param wanted its budget, if it gets one
	 * @return the budget
	 */
	Mono<Optional<Budget>> set(Caller caller, String key, @Nullable BudgetRequest wanted) {
		if (wanted == null) {
			return Mono.just(Optional.empty());
		}
		return Mono.fromSupplier(() -> wanted.of(KIND + key, this.clock.instant(), caller.subject()))
			.flatMap((budget) -> this.book.setNow(caller, budget))
			.map(Optional::of);
	}

	/**
	 * A key that issued another would get around its own budget.
	 * @param key the id of the key that asks
	 * @return empty, or the refusal as an error
	 */
	Mono<Void> requireNone(String key) {
		return this.book.find(List.of(KIND + key))
			.hasElements()
			.flatMap((limited) -> limited ? Mono.error(() -> new UsageProblem.Refused("key_too_wide",
					"A key with a budget of its own issues no other keys")) : Mono.empty());
	}

	/**
	 * The budgets of keys.
	 * @param keys the keys
	 * @return those that are there, by the id of the key
	 */
	Mono<Map<String, Budget>> of(List<ApiKey> keys) {
		return this.book.find(keys.stream().map((key) -> KIND + key.id()).toList())
			.collectMap((budget) -> budget.id().substring(KIND.length()));
	}

	/**
	 * Lift the budget of a key in the present transaction.
	 * @param caller who revokes the key
	 * @param key its id
	 * @return when it is lifted, if there was one
	 */
	Mono<Void> lift(Caller caller, String key) {
		return this.book.liftNow(caller, KIND + key).then();
	}

}
