package io.hilum.routing.metering;

import java.util.Locale;

/**
 * Where counts of tokens come from.
 */
public enum CountSource {

	/**
	 * The provider counted.
	 */
	PROVIDER,

	/**
	 * The provider gave no counts.
	 */
	ESTIMATED,

	/**
	 * The client left before the provider gave counts; what was streamed by then counts.
	 */
	ABORTED;

	/**
	 * The name in usage events.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
