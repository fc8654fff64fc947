package io.hilum.usage.budget;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The budgets that are in force.
 */
public interface Budgets {

	/**
	 * Set a budget in place of one with the same id. What was carried over before in the
	 * same windows goes on being so since then.
	 * @param budget the budget
	 * @return the budget as it is stored
	 */
	Mono<Budget> set(Budget budget);

	/**
	 * Find budgets.
	 * @param ids their ids
	 * @return those that are there, in the order of their ids
	 */
	Flux<Budget> find(Collection<String> ids);

	/**
	 * List budgets in the order of their ids.
	 * @param after the id after which to begin
	 * @param limit how many at most
	 * @return the budgets
	 */
	Flux<Budget> list(@Nullable String after, int limit);

	/**
	 * Remove a budget.
	 * @param id its id
	 * @return what was removed, or nothing
	 */
	Mono<Budget> remove(String id);

}
