package io.hilum.gateway.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.gateway.admission.Grant;
import io.hilum.gateway.admission.LimitInForce;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiRule;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.Told;
import io.hilum.gateway.simulation.FrontDoor.Passage;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What would become of a request, as the contract has it.
 *
 * @param object what this is
 * @param admitted whether a provider would be called
 * @param refusal what the caller would be told, if not
 * @param refusedBy which service would refuse it
 * @param model the model that would be asked: that of an agent, where one is
 * @param catalogue the version of the catalogue of this gateway
 * @param roles what each role would do alone
 * @param grantedRoles in which roles it would be made
 * @param phi what would be done to identifiers
 * @param limits by which limits it would be counted
 * @param routing what routing-service says, if it comes so far
 */
record Simulation(String object, boolean admitted, @Nullable JsonNode refusal, @Nullable String refusedBy, String model,
		String catalogue, List<RoleAlone> roles, List<String> grantedRoles, @Nullable Phi phi, List<Limit> limits,
		@Nullable JsonNode routing) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static Simulation of(Passage passage, @Nullable JsonNode routing) {
		GatewayProblem own = passage.refusal();
		JsonNode theirs = (routing != null && routing.path("refusal").isObject()) ? routing.path("refusal") : null;
		Grant grant = passage.grant();
		return new Simulation("simulation", own == null && routing != null && theirs == null,
				(own != null) ? refusal(own) : theirs,
				(own != null) ? "gateway-service" : (theirs != null) ? "routing-service" : null, passage.servedBy(),
				passage.policyVersion(), passage.roles().stream().map(RoleAlone::of).toList(),
				(grant != null) ? grant.roles() : List.of(), Phi.of(passage),
				passage.limits().stream().map(Limit::of).toList(), routing);
	}

	private static JsonNode refusal(GatewayProblem problem) {
		Told told = Told.of(problem);
		return JSON.createObjectNode()
			.put("status", told.status())
			.put("code", told.code())
			.put("message", told.message())
			.putNull("retry_after_ms");
	}

	/**
	 * What a role would do alone.
	 */
	record RoleAlone(String role, boolean permits, @Nullable String code, @Nullable String message) {

		static RoleAlone of(RoleVerdict verdict) {
			GatewayProblem refusal = verdict.refusal();
			return new RoleAlone(verdict.role(), refusal == null, (refusal != null) ? refusal.code() : null,
					(refusal != null) ? Told.of(refusal).message() : null);
		}

	}

	/**
	 * What would be done to identifiers.
	 */
	record Phi(String mode, @Nullable Double threshold, Map<String, Rule> types, Map<String, String> found,
			@Nullable PhiState state) {

		static @Nullable Phi of(Passage passage) {
			PhiTreatment treatment = passage.treatment();
			if (treatment == null) {
				return null;
			}
			Map<String, Rule> types = new TreeMap<>();
			treatment.types().forEach((type, rule) -> types.put(type, Rule.of(rule)));
			Map<String, String> found = new TreeMap<>();
			passage.found().forEach((type, mode) -> found.put(type, mode.wireName()));
			return new Phi(treatment.mode().wireName(), treatment.threshold(), types, found, passage.state());
		}

	}

	/**
	 * What would be done to identifiers of one type.
	 */
	record Rule(@Nullable String mode, @Nullable Double threshold) {

		static Rule of(PhiRule.TypeRule rule) {
			PhiMode mode = rule.mode();
			return new Rule((mode != null) ? mode.wireName() : null, rule.threshold());
		}

	}

	/**
	 * A limit by which a request would be counted.
	 */
	record Limit(String of, int requestsPerMinute, int concurrency, @Nullable Integer tokensPerMinute) {

		static Limit of(LimitInForce limit) {
			int tokens = limit.limits().tokensPerMinute();
			return new Limit(limit.of(), limit.limits().requestsPerMinute(), limit.limits().concurrency(),
					(tokens > 0) ? tokens : null);
		}

	}

}
