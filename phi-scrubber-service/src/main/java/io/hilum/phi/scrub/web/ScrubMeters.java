package io.hilum.phi.scrub.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.hilum.phi.detect.EntityType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What is measured: {@code hilum.scrub.duration} (time on a thread, without waiting),
 * {@code hilum.scrub.characters} (per request), {@code hilum.scrub.identifiers} (by
 * type), {@code hilum.scrub.waiting} and {@code hilum.scrub.active} (requests).
 */
class ScrubMeters {

	private final Timer duration;

	private final DistributionSummary characters;

	private final Map<EntityType, Counter> identifiers = new EnumMap<>(EntityType.class);

	ScrubMeters(MeterRegistry registry, ScrubWorkers workers) {
		this.duration = Timer.builder("hilum.scrub.duration").publishPercentileHistogram().register(registry);
		this.characters = DistributionSummary.builder("hilum.scrub.characters").register(registry);
		for (EntityType type : EntityType.values()) {
			this.identifiers.put(type,
					Counter.builder("hilum.scrub.identifiers").tag("type", type.name()).register(registry));
		}
		Gauge.builder("hilum.scrub.waiting", workers, ScrubWorkers::waiting).register(registry);
		Gauge.builder("hilum.scrub.active", workers, ScrubWorkers::active).register(registry);
	}

	<T> T timed(List<String> texts, Callable<T> work) throws Exception {
		this.characters.record(texts.stream().mapToInt(String::length).sum());
		return this.duration.recordCallable(work);
	}

	void count(Map<EntityType, Integer> counts) {
		counts.forEach((type, count) -> counter(type).increment(count));
	}

	private Counter counter(EntityType type) {
		Counter counter = this.identifiers.get(type);
		if (counter == null) {
			throw new IllegalStateException("each type has a counter");
		}
		return counter;
	}

}
