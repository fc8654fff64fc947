package io.hilum.routing.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The breakers of all deployments, by what this replica saw. Thread-safe.
 */
public final class HealthBoard implements HealthView {

	private final Map<String, BreakerState> states = new ConcurrentHashMap<>();

	private final HealthProperties properties;

	private final Clock clock;

	public HealthBoard(HealthProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public boolean permits(String deployment) {
		BreakerState state = this.states.get(deployment);
		return state == null || state.permits(this.clock.instant());
	}

	/**
	 * Ask for a call. If the breaker is half-open, only one caller gets it.
	 * @param deployment the id of the deployment
	 * @return whether the call may be made; its outcome must then be told
	 */
	public boolean tryCall(String deployment) {
		BreakerState state = this.states.get(deployment);
		if (state == null || state instanceof BreakerState.Closed) {
			return true;
		}
		Instant now = this.clock.instant();
		return state.permits(now) && this.states.replace(deployment, state, state.onCall(now, this.properties));
	}

	/**
	 * Tell how a call ended.
	 * @param deployment the id of the deployment
	 * @param outcome how it ended
	 */
	public void record(String deployment, Outcome outcome) {
		if (outcome != Outcome.DROPPED && !this.states.containsKey(deployment)) {
			return;
		}
		Instant now = this.clock.instant();
		this.states.compute(deployment, (id, known) -> {
			BreakerState state = (known != null) ? known : BreakerState.CLOSED;
			BreakerState next = switch (outcome) {
				case SUCCESS -> state.onSuccess();
				case IGNORED -> state.onIgnored(now);
				case DROPPED -> state.onDropped(now, this.properties);
			};
			return next.equals(BreakerState.CLOSED) ? null : next;
		});
	}

	/**
	 * Leave a deployment alone because it asked for it.
	 * @param deployment the id of the deployment
	 * @param pause how long; cut at the longest pause
	 */
	public void pause(String deployment, Duration pause) {
		Duration bounded = (pause.compareTo(this.properties.maxPause()) < 0) ? pause : this.properties.maxPause();
		if (bounded.isPositive()) {
			this.states.put(deployment,
					new BreakerState.Open(this.clock.instant().plus(bounded), this.properties.pause()));
		}
	}

}
