package io.hilum.routing.budget;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.trust.access.UnreadChanges;

/**
 * All budgets that there are, as far as they have been heard of. Until everything was
 * read once, nobody may rely on there being no budget, nor on one of which a change could
 * not be read. Thread-safe.
 */
public final class Budgets {

	private final Map<String, Versioned> byId = new ConcurrentHashMap<>();

	private final UnreadChanges unread = new UnreadChanges();

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

	/**
	 * Say that a change of a budget could not be read, so that nobody relies on what was
	 * known of it until a newer one is.
	 * @param id the scope
	 * @param version the version of the change, 0 if not even that could be read
	 */
	public synchronized void lose(String id, long version) {
		Versioned known = this.byId.get(id);
		this.unread.missed(id, version, (known != null) ? known.version() : 0);
	}

	/**
	 * Say that all changes are heard again from the first one on.
	 */
	public synchronized void startOver() {
		this.unread.startOver();
	}

	/**
	 * Whether it is known what a scope may spend.
	 * @param id the scope
	 * @return {@code false} if a change of its budget could not be read
	 */
	public boolean isKnown(String id) {
		return !this.unread.concern(id);
	}

	/**
	 * Of how many budgets a change could not be read.
	 * @return the number
	 */
	public int lost() {
		return this.unread.size();
	}

	private synchronized void merge(String id, Versioned news) {
		this.byId.merge(id, news, (known, heard) -> (heard.version() >= known.version()) ? heard : known);
		this.unread.read(id, news.version());
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
