package io.hilum.gateway.identity;

import java.util.Collection;
import java.util.Set;

import reactor.core.publisher.Mono;

/**
 * Knows the groups of somebody whose token does not list them all (Entra ID calls that a
 * group overage). Only groups that mean something here are asked for, so that the answer
 * is small however many there are.
 */
@FunctionalInterface
public interface GroupSource {

	/**
	 * Ask which of some groups somebody is in, directly or through other groups.
	 * @param member the object id of the person or workload
	 * @param among the groups that are of interest
	 * @return those of them; a {@link io.hilum.gateway.problem.GatewayProblem} if that
	 * cannot be known
	 */
	Mono<Set<String>> groupsOf(String member, Collection<String> among);

}
