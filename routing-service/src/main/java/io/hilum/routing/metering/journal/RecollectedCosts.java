package io.hilum.routing.metering.journal;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.journal.JournalEntry;
import io.hilum.journal.Recollection;
import tools.jackson.databind.json.JsonMapper;

/**
 * What requests cost, by the id of their usage event, which is that of their hold. Only
 * as far back as a hold can be in force. Thread-safe.
 */
final class RecollectedCosts implements Recollection {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<String, Long> costs = new ConcurrentHashMap<>();

	private final Instant from;

	RecollectedCosts(Instant from) {
		this.from = from;
	}

	@Override
	public void ended(String id, Instant recordedAt, JournalEntry entry) {
		if (!recordedAt.isBefore(this.from)) {
			this.costs.put(id, JSON.readTree(entry.value()).path("costNanoUsd").asLong(0));
		}
	}

	OptionalLong of(String id) {
		Long cost = this.costs.get(id);
		return (cost != null) ? OptionalLong.of(cost) : OptionalLong.empty();
	}

	void forget() {
		this.costs.clear();
	}

}
