package io.hilum.gateway.admission;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Counts over all replicas what callers, teams and models do: requests and tokens per
 * minute, and requests at the same time.
 */
public interface Admission {

	/**
	 * Count a request.
	 * @param asking the request
	 * @return what is left by the tightest limit, or a
	 * {@link io.hilum.gateway.problem.GatewayProblem}
	 */
	Mono<Allowance> admit(Asking asking);

	/**
	 * Say by which limits a request would be counted, and count nothing.
	 * @param asking the request
	 * @return the limits, that of the caller first
	 */
	List<LimitInForce> limitsOf(Asking asking);

	/**
	 * Say that a request has ended. A gateway that dies is healed by the expiry of its
	 * leases.
	 * @param asking the request
	 * @return completion, whether it worked or not
	 */
	Mono<Void> release(Asking asking);

}
