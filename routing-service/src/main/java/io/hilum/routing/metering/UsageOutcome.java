package io.hilum.routing.metering;

import java.util.Locale;

/**
 * How a request ended.
 */
public enum UsageOutcome {

	SUCCESS, ERROR, ABORTED,

	/**
	 * The answer was known and nobody was asked: it costs nothing. Its tokens are those
	 * that the provider counted when it gave it.
	 */
	CACHED,

	CRASHED;

	/**
	 * The name in usage events.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
