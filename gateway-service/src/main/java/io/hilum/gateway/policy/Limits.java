package io.hilum.gateway.policy;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a caller, a team or a model. Each is spread evenly with a burst of a minute.
 *
 * @param requestsPerMinute requests per minute
 * @param concurrency requests at the same time
 * @param tokensPerMinute tokens per minute, estimated before the call; 0 = not limited
 */
public record Limits(@DefaultValue("6000") int requestsPerMinute, @DefaultValue("256") int concurrency,
		@DefaultValue("0") int tokensPerMinute) {

	public Limits {
		if (requestsPerMinute < 1 || concurrency < 1 || tokensPerMinute < 0) {
			throw new IllegalArgumentException("limits must be positive, are " + requestsPerMinute
					+ " requests per minute, " + concurrency + " at once, " + tokensPerMinute + " tokens per minute");
		}
	}

	/**
	 * The more generous of two limits.
	 * @param other the other one
	 * @return the greater of each number; no limit of tokens is more generous than any
	 */
	public Limits max(Limits other) {
		boolean unlimited = this.tokensPerMinute == 0 || other.tokensPerMinute == 0;
		return new Limits(Math.max(this.requestsPerMinute, other.requestsPerMinute),
				Math.max(this.concurrency, other.concurrency),
				unlimited ? 0 : Math.max(this.tokensPerMinute, other.tokensPerMinute));
	}

}
