package io.hilum.gateway.admission;

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
	 * Say that a request has ended. A gateway that dies is healed by the expiry of its
	 * leases.
	 * @param asking the request
	 * @return completion, whether it worked or not
	 */
	Mono<Void> release(Asking asking);

}
