package io.hilum.routing.budget.redis;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.routing.budget.KnownEndings;

/**
 * What a replica of a test remembers.
 */
record Endings(String owner, Instant since, Map<String, Long> costs) implements KnownEndings {

	/** A replica that never ran before. */
	Endings(String owner) {
		this(owner, Instant.MAX, new ConcurrentHashMap<>());
	}

	@Override
	public OptionalLong costOf(String id) {
		Long cost = this.costs.get(id);
		return (cost != null) ? OptionalLong.of(cost) : OptionalLong.empty();
	}

	@Override
	public void forget() {
		this.costs.clear();
	}

}
