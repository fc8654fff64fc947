package io.hilum.gateway.simulation;

import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Whether one role alone would let a request through.
 *
 * @param role the role
 * @param refusal why not, {@code null} if it would
 */
record RoleVerdict(String role, @Nullable GatewayProblem refusal) {

	static RoleVerdict of(String role, Runnable decision) {
		try {
			decision.run();
			return new RoleVerdict(role, null);
		}
		catch (ProblemException ex) {
			return new RoleVerdict(role, ex.problem());
		}
	}

}
