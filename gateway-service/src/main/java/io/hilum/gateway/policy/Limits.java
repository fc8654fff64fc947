package io.hilum.gateway.policy;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of one caller.
 *
 * @param requestsPerMinute requests per minute, spread evenly with a burst of a minute
 * @param concurrency requests at the same time
 */
public record Limits(@DefaultValue("6000") int requestsPerMinute, @DefaultValue("256") int concurrency) {

	public Limits {
		if (requestsPerMinute < 1 || concurrency < 1) {
			throw new IllegalArgumentException("limits must be positive, are " + requestsPerMinute
					+ " requests per minute, " + concurrency + " at once");
		}
	}

	/**
	 * The more generous of two limits.
	 * @param other the other one
	 * @return the greater of each number
	 */
	public Limits max(Limits other) {
		return new Limits(Math.max(this.requestsPerMinute, other.requestsPerMinute),
				Math.max(this.concurrency, other.concurrency));
	}

}
