package io.hilum.gateway.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.gateway.admission.Access;
import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.admission.Asking;
import io.hilum.gateway.admission.Grant;
import io.hilum.gateway.admission.LimitInForce;
import io.hilum.gateway.admission.Use;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.chat.AgentRuns;
import io.hilum.gateway.chat.ChatProperties;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;

/**
 * What this gateway would make of a request, by the decisions of its pipeline and in
 * their order.
 */
final class FrontDoor {

	private final AccessPolicy policy;

	private final Admission admission;

	private final ChatProperties properties;

	FrontDoor(AccessPolicy policy, Admission admission, ChatProperties properties) {
		this.policy = policy;
		this.admission = admission;
		this.properties = properties;
	}

	Passage pass(Supposed supposed, Arrival arrival) {
		Caller caller = supposed.caller(arrival.at());
		List<RoleVerdict> roles = supposed.roles()
			.stream()
			.distinct()
			.map((role) -> RoleVerdict.of(role, () -> enter(supposed.in(List.of(role)), arrival).served()))
			.toList();
		Passage begun = Passage.of(this.policy.version(), roles, servedBy(supposed));
		try {
			requireShort(supposed);
			Entry entry = enter(supposed, arrival);
			Passage granted = begun.granted(entry.served(), limits(caller, entry.asked(), supposed, arrival));
			return handled(granted, entry.served(), supposed);
		}
		catch (ProblemException ex) {
			return begun.refused(ex.problem());
		}
	}

	private void requireShort(Supposed supposed) {
		long most = this.properties.maxBody().toBytes();
		if (supposed.bytes() > most) {
			throw new GatewayProblem.TooLarge(most).asException();
		}
	}

	/**
	 * The step of an agent is a request for the agent's model, in the roles in which its
	 * caller asks the agent. Collections it searches by requests of their own.
	 */
	private Entry enter(Supposed supposed, Arrival arrival) {
		Grant asked = Access.toModel(this.policy, supposed.caller(arrival.at()), arrival, supposed.model(),
				Use.ofModel(supposed.operation().path(), supposed.searched(), supposed.offered()));
		asked.requireScannable(supposed.unscannable());
		Agent agent = this.policy.agents().get(supposed.model());
		if (agent == null) {
			return new Entry(asked, asked);
		}
		AgentRuns.require(supposed.operation(), supposed.unscannable());
		return new Entry(asked, Access.toModel(this.policy, supposed.in(asked.roles()).caller(arrival.at()), arrival,
				agent.model(), Use.ofModel(supposed.operation().path(), List.of(), List.of())));
	}

	private String servedBy(Supposed supposed) {
		Agent agent = this.policy.agents().get(supposed.model());
		return (agent != null) ? agent.model() : supposed.model();
	}

	private List<LimitInForce> limits(Caller caller, Grant grant, Supposed supposed, Arrival arrival) {
		return this.admission
			.limitsOf(Asking.of(caller, grant.roles(), arrival.requestId()).of(supposed.model(), supposed.bytes()));
	}

	private Passage handled(Passage granted, Grant grant, Supposed supposed) {
		boolean agent = this.policy.agents().containsKey(supposed.model());
		PhiTreatment treatment = this.policy.treatment(grant.mode(), grant.roles(), granted.servedBy(),
				agent ? List.of() : supposed.searched());
		Map<String, PhiMode> found = new TreeMap<>();
		supposed.found().forEach((type) -> found.put(type, treatment.modeOf(type)));
		List<String> blocked = new ArrayList<>();
		found.forEach((type, mode) -> {
			if (mode == PhiMode.BLOCK) {
				blocked.add(type);
			}
		});
		boolean raw = treatment.isRaw() || treatment.leavesRaw(found.containsValue(PhiMode.ALLOW)) || supposed.media();
		Passage handled = granted.handled(treatment, found, raw ? PhiState.RAW : PhiState.DEIDENTIFIED);
		return blocked.isEmpty() ? handled
				: handled.refused(new GatewayProblem.Invalid("phi_blocked",
						"Identifiers of these types are refused: " + String.join(", ", blocked),
						supposed.operation().content()));
	}

	/**
	 * In which roles a request is made.
	 *
	 * @param asked for the model that is asked for
	 * @param served for the model that answers
	 */
	private record Entry(Grant asked, Grant served) {
	}

	/**
	 * How far a request comes at this gateway.
	 *
	 * @param policyVersion the version of the catalogue
	 * @param roles what each of the caller's roles would do alone
	 * @param servedBy the model that would be asked
	 * @param grant in which roles it is made, {@code null} if in none
	 * @param limits by which limits it is counted
	 * @param treatment what is done to identifiers
	 * @param found what is done to those that are in it
	 * @param state the state in which it leaves
	 * @param refusal why it ends here, {@code null} if it goes on
	 */
	record Passage(String policyVersion, List<RoleVerdict> roles, String servedBy, @Nullable Grant grant,
			List<LimitInForce> limits, @Nullable PhiTreatment treatment, Map<String, PhiMode> found,
			@Nullable PhiState state, @Nullable GatewayProblem refusal) {

		static Passage of(String version, List<RoleVerdict> roles, String servedBy) {
			return new Passage(version, roles, servedBy, null, List.of(), null, Map.of(), null, null);
		}

		Passage granted(Grant given, List<LimitInForce> counted) {
			return new Passage(this.policyVersion, this.roles, this.servedBy, given, counted, this.treatment,
					this.found, this.state, this.refusal);
		}

		Passage handled(PhiTreatment by, Map<String, PhiMode> types, PhiState reached) {
			return new Passage(this.policyVersion, this.roles, this.servedBy, this.grant, this.limits, by, types,
					reached, this.refusal);
		}

		Passage refused(GatewayProblem problem) {
			return new Passage(this.policyVersion, this.roles, this.servedBy, this.grant, this.limits, this.treatment,
					this.found, this.state, problem);
		}

	}

}
