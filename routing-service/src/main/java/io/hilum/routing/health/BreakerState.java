package io.hilum.routing.health;

import java.time.Duration;
import java.time.Instant;

/**
 * What a breaker knows. Every state is a value; each event gives the next one.
 *
 * <table>
 * <caption>Transitions</caption>
 * <tr>
 * <th>from</th>
 * <th>event</th>
 * <th>to</th>
 * </tr>
 * <tr>
 * <td>closed</td>
 * <td>dropped, for the n-th time in a row</td>
 * <td>open</td>
 * </tr>
 * <tr>
 * <td>open</td>
 * <td>the pause is over and a call is asked for</td>
 * <td>half-open, and this call is its probe</td>
 * </tr>
 * <tr>
 * <td>half-open</td>
 * <td>success</td>
 * <td>closed</td>
 * </tr>
 * <tr>
 * <td>half-open</td>
 * <td>dropped</td>
 * <td>open, twice as long</td>
 * </tr>
 * <tr>
 * <td>half-open</td>
 * <td>ignored, or no news of the probe for a pause</td>
 * <td>half-open, the next call is the probe</td>
 * </tr>
 * </table>
 */
sealed interface BreakerState {

	/**
	 * The state of a deployment of which nothing bad is known.
	 */
	BreakerState CLOSED = new Closed(0);

	/**
	 * Whether a call would be let through now.
	 * @param now the time
	 * @return {@code true} if it would
	 */
	boolean permits(Instant now);

	/**
	 * The state after a call was let through.
	 * @param now the time
	 * @param properties the limits
	 * @return the next state
	 */
	BreakerState onCall(Instant now, HealthProperties properties);

	/**
	 * The state after a call ended well.
	 * @return the next state
	 */
	BreakerState onSuccess();

	/**
	 * The state after a call that says nothing.
	 * @param now the time
	 * @return the next state
	 */
	BreakerState onIgnored(Instant now);

	/**
	 * The state after a call was dropped.
	 * @param now the time
	 * @param properties the limits
	 * @return the next state
	 */
	BreakerState onDropped(Instant now, HealthProperties properties);

	/**
	 * Calls go through.
	 */
	record Closed(int failures) implements BreakerState {

		@Override
		public boolean permits(Instant now) {
			return true;
		}

		@Override
		public BreakerState onCall(Instant now, HealthProperties properties) {
			return this;
		}

		@Override
		public BreakerState onSuccess() {
			return (this.failures == 0) ? this : CLOSED;
		}

		@Override
		public BreakerState onIgnored(Instant now) {
			return this;
		}

		@Override
		public BreakerState onDropped(Instant now, HealthProperties properties) {
			return (this.failures + 1 < properties.failures()) ? new Closed(this.failures + 1)
					: new Open(now.plus(properties.pause()), properties.pause());
		}

	}

	/**
	 * No call goes through until a time.
	 */
	record Open(Instant until, Duration pause) implements BreakerState {

		@Override
		public boolean permits(Instant now) {
			return !now.isBefore(this.until);
		}

		@Override
		public BreakerState onCall(Instant now, HealthProperties properties) {
			return new HalfOpen(now.plus(this.pause), this.pause);
		}

		@Override
		public BreakerState onSuccess() {
			return this;
		}

		@Override
		public BreakerState onIgnored(Instant now) {
			return this;
		}

		@Override
		public BreakerState onDropped(Instant now, HealthProperties properties) {
			return this;
		}

	}

	/**
	 * One call is on its way to find out.
	 */
	record HalfOpen(Instant nextProbe, Duration pause) implements BreakerState {

		@Override
		public boolean permits(Instant now) {
			return !now.isBefore(this.nextProbe);
		}

		@Override
		public BreakerState onCall(Instant now, HealthProperties properties) {
			return new HalfOpen(now.plus(this.pause), this.pause);
		}

		@Override
		public BreakerState onSuccess() {
			return CLOSED;
		}

		@Override
		public BreakerState onIgnored(Instant now) {
			return new HalfOpen(now, this.pause);
		}

		@Override
		public BreakerState onDropped(Instant now, HealthProperties properties) {
			Duration doubled = this.pause.multipliedBy(2);
			Duration next = (doubled.compareTo(properties.maxPause()) < 0) ? doubled : properties.maxPause();
			return new Open(now.plus(next), next);
		}

	}

}
