package io.hilum.routing.health;

import java.util.Locale;

/**
 * How a call ended, as far as the health of the deployment goes.
 */
public enum Outcome {

	/**
	 * It answered.
	 */
	SUCCESS,

	/**
	 * It says nothing about its health: the client left, or the request was wrong.
	 */
	IGNORED,

	/**
	 * It failed, was busy or did not answer.
	 */
	DROPPED;

	/**
	 * The name in usage events.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
