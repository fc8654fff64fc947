package io.hilum.routing.health;

import java.time.Instant;

/**
 * What one replica has found out about a deployment and tells the others. News may be
 * lost, late and doubled; each carries the end of its own effect.
 *
 * @param deployment the id of the deployment
 * @param state what was found out
 * @param at when
 * @param until until when the deployment is left alone, at or before {@code at} if it is
 * not
 */
public record HealthNews(String deployment, State state, Instant at, Instant until) {

	/**
	 * What can be found out.
	 */
	public enum State {

		/**
		 * Its breaker was opened.
		 */
		OPEN,

		/**
		 * It answers again.
		 */
		CLOSED,

		/**
		 * It asked to be left alone.
		 */
		COOLING

	}

}
