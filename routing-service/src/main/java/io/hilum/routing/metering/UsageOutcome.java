package io.hilum.routing.metering;

import java.util.Locale;

/**
 * How a request ended.
 */
public enum UsageOutcome {

	SUCCESS, ERROR, ABORTED, CRASHED;

	/**
	 * The name in usage events.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
