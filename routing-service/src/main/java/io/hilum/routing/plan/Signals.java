package io.hilum.routing.plan;

import io.hilum.routing.health.Standing;
import io.hilum.routing.load.Load;

/**
 * What is known of a deployment when a plan is made.
 *
 * @param standing whether it may be called
 * @param load how much it has to do
 */
public record Signals(Standing standing, Load load) {

	/**
	 * Nothing is known.
	 */
	public static final Signals NONE = new Signals(Standing.WELL, Load.NONE);

}
