package io.hilum.routing.budget.redis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * What this replica last saw of each counter, so that Redis losing its data gives nobody
 * a new budget. Bounded: a replica that has seen too many counters forgets them all,
 * which costs nothing unless Redis loses its data just then. Thread-safe.
 */
final class CounterMemory {

	private final Map<String, Seen> seen = new ConcurrentHashMap<>();

	private final int capacity;

	CounterMemory(int capacity) {
		this.capacity = capacity;
	}

	@Nullable Seen of(String account) {
		return this.seen.get(account);
	}

	/**
	 * A hold has told the counter what was remembered of it: from now on its present
	 * birth counts.
	 */
	void held(String account, Seen present) {
		makeRoom();
		this.seen.merge(account, present, (known, news) -> known.sameAs(news) ? known.with(news) : news);
	}

	/**
	 * A counter of another birth has not been told yet what was remembered of it.
	 */
	void settled(String account, Seen present) {
		makeRoom();
		this.seen.merge(account, present, (known, news) -> known.sameAs(news) ? known.with(news) : known);
	}

	private void makeRoom() {
		if (this.seen.size() >= this.capacity) {
			this.seen.clear();
		}
	}

	/**
	 * A counter at some time.
	 *
	 * @param born the birth of the counter; one that was lost is born again
	 * @param spentNanoUsd what it had come to
	 * @param carriedNanoUsd what was carried over to it
	 */
	record Seen(String born, long spentNanoUsd, long carriedNanoUsd) {

		boolean sameAs(Seen other) {
			return this.born.equals(other.born);
		}

		/**
		 * Answers may overtake each other: what was spent grows, and the news say what is
		 * carried over.
		 */
		Seen with(Seen news) {
			return new Seen(this.born, Math.max(this.spentNanoUsd, news.spentNanoUsd), news.carriedNanoUsd);
		}

	}

}
