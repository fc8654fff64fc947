package io.hilum.journal.micrometer;

import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * Binds the state of a journal: {@code hilum.journal.stored}, {@code .limit} and
 * {@code .pending} (bytes), {@code .entries}, {@code .intents}, {@code .damaged} and
 * {@code .oldest} (the age of the oldest entry that waits).
 */
public final class JournalMetrics implements MeterBinder {

	private final EventJournal journal;

	private final Clock clock;

	/**
	 * Create the binder.
	 * @param journal the journal
	 * @param clock the clock by which entries age
	 */
	public JournalMetrics(EventJournal journal, Clock clock) {
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		bytes("hilum.journal.stored", (journal) -> journal.state().storedBytes(), registry);
		bytes("hilum.journal.limit", (journal) -> journal.state().maxBytes(), registry);
		bytes("hilum.journal.pending", (journal) -> journal.state().pendingBytes(), registry);
		bytes("hilum.journal.damaged", (journal) -> journal.state().damagedBytes(), registry);
		Gauge.builder("hilum.journal.entries", this.journal, (journal) -> journal.state().pendingEntries())
			.register(registry);
		Gauge.builder("hilum.journal.intents", this.journal, (journal) -> journal.state().openIntents())
			.register(registry);
		TimeGauge.builder("hilum.journal.oldest", this.journal, MILLISECONDS, this::oldestAgeMillis).register(registry);
	}

	private double oldestAgeMillis(EventJournal source) {
		JournalState state = source.state();
		return state.oldestPending()
			.map((oldest) -> Duration.between(oldest, this.clock.instant()).toMillis())
			.orElse(0L);
	}

	private void bytes(String name, ToDoubleFunction<EventJournal> value, MeterRegistry registry) {
		Gauge.builder(name, this.journal, value).baseUnit(BaseUnits.BYTES).register(registry);
	}

}
