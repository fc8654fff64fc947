package io.hilum.routing.budget;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All budgets that there are, as far as they have been heard of. Until everything was
 * read once, nobody may rely on there being no budget. Thread-safe.
 */
public final class Budgets {

	private final Map<String, Versioned> byId = new ConcurrentHashMap<>();

	private volatile boolean complete;

	/**
	 * The budget of a scope.
	 * @param id the scope
	 * @return the budget, if it has one
	 */
	public Optional<Budget> find(String id) {
		Versioned known = this.byId.get(id);
		return (known != null) ? known.budget() : Optional.empty();
	}

	/**
	 * Take a budget over, unless a newer one is known.
	 * @param budget the budget
	 */
	public void put(Budget budget) {
		merge(budget.id(), new Versioned(budget.version(), Optional.of(budget)));
	}

	/**
	 * Forget a budget, unless a newer one is known.
	 * @param id the scope
	 * @param version the version in which it ended
	 */
	public void remove(String id, long version) {
		merge(id, new Versioned(version, Optional.empty()));
	}

	private void merge(String id, Versioned news) {
		this.byId.merge(id, news, (known, heard) -> (heard.version() >= known.version()) ? heard : known);
	}

	/**
	 * Say that everything was read once.
	 */
	public void markComplete() {
		this.complete = true;
	}

	/**
	 * Whether everything was read once.
	 * @return {@code true} if it was
	 */
	public boolean isComplete() {
		return this.complete;
	}

	private record Versioned(long version, Optional<Budget> budget) {

	}

}
