package io.hilum.gateway.admission;

import java.util.List;
import java.util.function.Predicate;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.Role;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.Authentication;

/**
 * Decides from the policy alone whether a caller may act, and on a model. Pure.
 */
public final class Access {

	private Access() {
	}

	/**
	 * Decide whether a caller may act at all.
	 * @param policy the policy of this moment
	 * @param caller who asks
	 * @param arrival from where
	 * @param use what the request uses
	 * @return the roles in which the caller may act
	 * @throws io.hilum.gateway.problem.ProblemException if there is none
	 */
	public static Grant toGateway(AccessPolicy policy, Caller caller, Arrival arrival, Use use) {
		return Grant.of(entitled(present(policy, caller, arrival), use));
	}

	/**
	 * Decide whether a caller may use a model.
	 * @param policy the policy of this moment
	 * @param caller who asks
	 * @param arrival from where
	 * @param model the name that is asked for
	 * @param use what the request uses beside it
	 * @return the roles in which the caller may use it
	 * @throws io.hilum.gateway.problem.ProblemException if there is none
	 */
	public static Grant toModel(AccessPolicy policy, Caller caller, Arrival arrival, String model, Use use) {
		List<Role> roles = present(policy, caller, arrival);
		if (!policy.knows(model)) {
			throw new GatewayProblem.NotFound("model_not_found",
					"There is no model of this name. GET /v1/models lists those that you may use")
				.asException();
		}
		if (caller.run() != null && policy.agents().containsKey(model)) {
			throw new GatewayProblem.Forbidden("agent_within_agent", "An agent may not ask another agent")
				.asException();
		}
		List<Role> able = narrow(roles, (role) -> policy.permits(role, model) && caller.mayUse(model),
				"model_not_allowed",
				"None of your roles, or not your key, may use this model. GET /v1/models lists those that you may use");
		for (Authentication required : policy.authenticationsFor(model)) {
			if (!StepUp.isEnough(caller, required, arrival)) {
				throw StepUp.required(caller, required, "model").asException();
			}
		}
		return Grant.of(entitled(able, use));
	}

	private static List<Role> entitled(List<Role> roles, Use use) {
		List<Role> featured = narrow(roles, use::isFeatureOf, "feature_not_allowed",
				"None of your roles may use this part of the API");
		List<Role> informed = narrow(featured, use::isWithinCollectionsOf, "collection_not_allowed",
				"None of your roles may use all of these collections; if yours are limited, name them in hilum.collections of a chat");
		return narrow(informed, use::isWithinToolsOf, "tool_not_allowed",
				"None of your roles may offer all of these tools to a model");
	}

	private static List<Role> present(AccessPolicy policy, Caller caller, Arrival arrival) {
		List<Role> known = narrow(policy.rolesOf(caller.roles()), (role) -> true, "no_role",
				"Your account has none of the roles of this gateway. An administrator can give you one");
		List<Role> near = narrow(known, (role) -> role.admits(arrival.address()), "network_not_allowed",
				"Your role may not be used from this network");
		List<Role> sure = near.stream()
			.filter((role) -> StepUp.isEnough(caller, role.authentication(), arrival))
			.toList();
		if (sure.isEmpty()) {
			throw StepUp.required(caller, near.getFirst().authentication(), "role").asException();
		}
		return sure;
	}

	private static List<Role> narrow(List<Role> roles, Predicate<Role> condition, String code, String message) {
		List<Role> left = roles.stream().filter(condition).toList();
		if (left.isEmpty()) {
			throw new GatewayProblem.Forbidden(code, message).asException();
		}
		return left;
	}

}
