package io.hilum.routing.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The health of one deployment: its breaker, the pause that it asked for, and when it
 * last answered this replica, and how the calls of the last minutes ended. Thread-safe.
 */
final class DeploymentHealth {

	private final HealthProperties properties;

	private final AtomicReference<BreakerState> breaker = new AtomicReference<>(BreakerState.CLOSED);

	private final RecentCalls recent = new RecentCalls();

	private volatile Instant coolUntil = Instant.MIN;

	private volatile Instant answeredAt = Instant.MIN;

	DeploymentHealth(HealthProperties properties) {
		this.properties = properties;
	}

	Standing standing(Instant now) {
		BreakerState state = this.breaker.get();
		if (now.isBefore(this.coolUntil)) {
			return new Standing(Standing.State.COOLING, millis(now, this.coolUntil));
		}
		if (!state.permits(now)) {
			return new Standing(Standing.State.OPEN, millis(now, openUntil(now)));
		}
		return (state instanceof BreakerState.Closed) ? Standing.WELL : Standing.DUE;
	}

	private static long millis(Instant now, Instant until) {
		return Math.max(1, Duration.between(now, until).toMillis());
	}

	Instant openUntil(Instant now) {
		return switch (this.breaker.get()) {
			case BreakerState.Open open -> open.until();
			case BreakerState.HalfOpen halfOpen -> halfOpen.nextProbe();
			case BreakerState.Closed closed -> now;
		};
	}

	boolean tryCall(Instant now) {
		if (now.isBefore(this.coolUntil)) {
			return false;
		}
		BreakerState state = this.breaker.get();
		if (state instanceof BreakerState.Closed) {
			return true;
		}
		return state.permits(now) && this.breaker.compareAndSet(state, state.onCall(now, this.properties));
	}

	Recent recent(Instant now) {
		return this.recent.at(now);
	}

	Change record(Outcome outcome, Instant now) {
		this.recent.add(outcome, now);
		if (outcome == Outcome.SUCCESS) {
			this.answeredAt = now;
		}
		BreakerState before;
		BreakerState after;
		do {
			before = this.breaker.get();
			after = next(before, outcome, now);
		}
		while (!this.breaker.compareAndSet(before, after));
		return Change.between(before, after);
	}

	private BreakerState next(BreakerState state, Outcome outcome, Instant now) {
		return switch (outcome) {
			case SUCCESS -> state.onSuccess();
			case IGNORED -> state.onIgnored(now);
			case DROPPED -> state.onDropped(now, this.properties);
		};
	}

	synchronized void coolUntil(Instant until) {
		this.coolUntil = until.isAfter(this.coolUntil) ? until : this.coolUntil;
	}

	/**
	 * Another replica gave up. If it answered us just now, we only become careful: the
	 * next failure of our own opens the breaker.
	 */
	void hearOpen(Instant until, Instant at, Instant now) {
		if (this.answeredAt.isAfter(at)) {
			return;
		}
		boolean answersUs = this.answeredAt.isAfter(now.minus(this.properties.ownWitness()));
		BreakerState heard = answersUs ? new BreakerState.Closed(this.properties.failures() - 1)
				: new BreakerState.Open(until, this.properties.pause());
		this.breaker.updateAndGet((state) -> (state instanceof BreakerState.Closed) ? heard : state);
	}

	/**
	 * Another replica had an answer: a probe need not wait any longer.
	 */
	void hearClosed(Instant at, Instant now) {
		this.breaker.updateAndGet((state) -> (state instanceof BreakerState.Open open && open.until().isAfter(at))
				? new BreakerState.Open(now, open.pause()) : state);
	}

	/**
	 * What an outcome changed.
	 */
	enum Change {

		NONE, OPENED, CLOSED;

		static Change between(BreakerState before, BreakerState after) {
			boolean isOpen = after instanceof BreakerState.Open;
			if (isOpen && !(before instanceof BreakerState.Open)) {
				return OPENED;
			}
			boolean wasClosed = before instanceof BreakerState.Closed;
			return (!wasClosed && after instanceof BreakerState.Closed) ? CLOSED : NONE;
		}

	}

}
