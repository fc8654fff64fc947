package io.hilum.gateway.admission;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Counts what a caller does over all replicas: requests per minute, and requests at the
 * same time.
 */
public interface Admission {

	/**
	 * Count a request.
	 * @param account by what it is counted
	 * @param roles the roles of the caller, by which limits are chosen
	 * @param lease the id of the request
	 * @return what is left, or a {@link io.hilum.gateway.problem.GatewayProblem}
	 */
	Mono<Allowance> admit(String account, List<String> roles, String lease);

	/**
	 * Say that a request has ended. A gateway that dies is healed by the expiry of its
	 * leases.
	 * @param account by what it was counted
	 * @param lease the id of the request
	 * @return completion, whether it worked or not
	 */
	Mono<Void> release(String account, String lease);

}
