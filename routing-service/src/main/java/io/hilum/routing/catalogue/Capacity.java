package io.hilum.routing.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What a deployment was bought with.
 *
 * @param tokensPerMinute its quota of tokens over all replicas, if one is stated
 * @param requestsPerMinute its quota of requests over all replicas, if one is stated
 * @param provisioned whether its capacity is paid for in advance (Azure's provisioned
 * throughput), so that it is filled before others are paid by use
 * @param provision what that costs, if it is to be reported
 */
public record Capacity(@Nullable Integer tokensPerMinute, @Nullable Integer requestsPerMinute, boolean provisioned,
		@Nullable Provision provision) {

	/**
	 * Paid by use, without a stated quota.
	 */
	public static final Capacity UNSTATED = new Capacity(null, null, false);

	/**
	 * Capacity whose hours are not reported.
	 * @param tokensPerMinute its quota of tokens, if one is stated
	 * @param requestsPerMinute its quota of requests, if one is stated
	 * @param provisioned whether it is paid for in advance
	 */
	public Capacity(@Nullable Integer tokensPerMinute, @Nullable Integer requestsPerMinute, boolean provisioned) {
		this(tokensPerMinute, requestsPerMinute, provisioned, null);
	}

}
