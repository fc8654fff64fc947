package io.hilum.routing.metering.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

import io.hilum.journal.JournalEntry;
import io.hilum.journal.Recollection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the last requests cost, by the id of their usage event, which is that of their
 * hold. Thread-safe.
 */
final class RecollectedCosts implements Recollection {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<String, Known> costs = new LinkedHashMap<>();

	private final int capacity;

	private Instant complete = Instant.MIN;

	RecollectedCosts(int capacity) {
		this.capacity = capacity;
	}

	@Override
	public synchronized void ended(String id, Instant recordedAt, JournalEntry entry) {
		this.costs.put(id, new Known(recordedAt, JSON.readTree(entry.value()).path("costNanoUsd").asLong(0)));
		if (this.costs.size() > this.capacity) {
			Map.Entry<String, Known> oldest = this.costs.entrySet().iterator().next();
			this.complete = oldest.getValue().recordedAt();
			this.costs.remove(oldest.getKey());
		}
	}

	synchronized OptionalLong of(String id) {
		@Nullable Known known = this.costs.get(id);
		return (known != null) ? OptionalLong.of(known.nanoUsd()) : OptionalLong.empty();
	}

	/**
	 * The time up to which some were let go.
	 * @return the time, {@link Instant#MIN} if all are there
	 */
	synchronized Instant complete() {
		return this.complete;
	}

	synchronized void forget() {
		this.costs.clear();
		this.complete = Instant.MAX;
	}

	private record Known(Instant recordedAt, long nanoUsd) {

	}

}
