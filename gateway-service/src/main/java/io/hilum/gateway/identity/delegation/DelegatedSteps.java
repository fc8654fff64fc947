package io.hilum.gateway.identity.delegation;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.hilum.gateway.arrival.StepCall;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.KeyRing;
import io.hilum.gateway.identity.TemporaryRoles;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.upstream.AgentProperties;
import io.hilum.gateway.upstream.Services;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.InvalidContextException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The door by which the steps of an agent's run come back. Two things must fit: a context
 * that agent-service signed, and a delegation that this gateway made for that run. A
 * stolen delegation is worth nothing without the one, and agent-service can speak for
 * nobody without the other. What the subject lost meanwhile, the run has lost too.
 */
@Component
public final class DelegatedSteps {

	private static final String GATEWAY = "gateway-service";

	private static final Set<String> PATHS_OF_TOOLS = Set.of("/v1/search", "/v1/phi/preview");

	private static final String PATH_OF_MODELS = "/v1/chat/completions";

	private final Delegations delegations;

	private final ContextVerifier verifier;

	private final PolicySource policies;

	private final KeyRing keys;

	private final TemporaryRoles temporary;

	private final RandomGenerator random;

	DelegatedSteps(Delegations delegations, AgentProperties properties, PolicySource policies, KeyRing keys,
			TemporaryRoles temporary, RandomGenerator random, Clock clock) {
		this.delegations = delegations;
		this.verifier = new ContextVerifier(GATEWAY,
				properties.isOn()
						? Map.of(Services.AGENT,
								ContextKey.parse(ContextKey.derive(properties.key(), Services.AGENT, GATEWAY)))
						: Map.of(),
				clock);
		this.policies = policies;
		this.keys = keys;
		this.temporary = temporary;
		this.random = random;
	}

	/**
	 * Let a step in.
	 * @param call what it presents
	 * @param method the method of its request
	 * @param path the path of its request
	 * @return who asks, and under which id
	 * @throws io.hilum.gateway.problem.ProblemException if it may not come in
	 */
	public Step admit(StepCall call, String method, String path) {
		Delegation delegation = this.delegations.open(call.delegation())
			.orElseThrow(() -> refused("delegation_invalid"));
		if (!signedRun(call).equals(delegation.run())) {
			throw refused("delegation_of_another_run");
		}
		if (!method.equals("POST") || !isFor(path, delegation)) {
			throw refused("delegation_not_for_this");
		}
		Agent agent = agent(delegation);
		List<String> actors = new ArrayList<>(List.of(delegation.agent()));
		actors.addAll(delegation.actors());
		InetAddress address = InetAddress.ofLiteral(delegation.network());
		Caller key = key(delegation, address);
		Caller caller = new Caller(delegation.subject(), roles(delegation, agent, key), delegation.team(),
				delegation.application(), delegation.keyId(), delegation.purpose(),
				List.of(new NamePattern(delegation.model())), List.of(), delegation.assurance(), actors,
				new Caller.Run(delegation.run(), delegation.agent(), delegation.conversation(),
						(key != null) ? key.models() : List.of()));
		String id = delegation.run() + "." + Integer.toHexString(this.random.nextInt() | Integer.MIN_VALUE);
		return new Step(caller, id, address);
	}

	private static boolean isFor(String path, Delegation delegation) {
		return PATHS_OF_TOOLS.contains(path) || (path.equals(PATH_OF_MODELS) && !isProgram(delegation));
	}

	private static boolean isProgram(Delegation delegation) {
		return delegation.agent().equals(Agent.PROGRAM);
	}

	private Agent agent(Delegation delegation) {
		if (isProgram(delegation)) {
			return Agent.program(delegation.roles());
		}
		Agent agent = this.policies.current().agents().get(delegation.agent());
		if (agent == null || !agent.model().equals(delegation.model())) {
			throw refused("agent_withdrawn");
		}
		return agent;
	}

	private String signedRun(StepCall call) {
		try {
			return this.verifier.verify(call.context()).requestId();
		}
		catch (InvalidContextException ex) {
			throw refused("delegation_not_by_agent_service");
		}
	}

	/**
	 * What the key of the subject opens now, if one was used: the agent, from there.
	 */
	private @Nullable Caller key(Delegation delegation, InetAddress address) {
		this.keys.requireComplete();
		String id = delegation.keyId();
		return (id != null) ? this.keys.present(id)
			.filter((key) -> (isProgram(delegation) || key.mayUse(delegation.agent())) && key.mayComeFrom(address))
			.orElseThrow(() -> refused("key_revoked")) : null;
	}

	/**
	 * What is left of the roles: a key may have fewer by now, a role for a while may have
	 * ended, and the agent may be for others.
	 */
	private List<String> roles(Delegation delegation, Agent agent, @Nullable Caller key) {
		List<String> roles = this.temporary.left(delegation.subject(), delegation.roles());
		if (key != null) {
			roles = roles.stream().filter(key.roles()::contains).toList();
		}
		return roles.stream().filter(agent.roles()::contains).toList();
	}

	private static RuntimeException refused(String reason) {
		return new GatewayProblem.Unauthenticated("invalid_delegation",
				"This is no valid delegation to a step of an agent's run", reason)
			.asException();
	}

	/**
	 * A step that may come in.
	 *
	 * @param caller who asks, as a run
	 * @param requestId the id of the step: that of the run, a dot and more
	 * @param address the address of the client that asked the agent
	 */
	public record Step(Caller caller, String requestId, InetAddress address) {
	}

}
