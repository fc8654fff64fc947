package io.hilum.gateway.chat;

import io.hilum.gateway.identity.delegation.Delegations;
import io.hilum.gateway.models.AgentCall;
import io.hilum.gateway.models.AgentService;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Gives a request to an agent, raw and inside the trust zone: nothing of it leaves but by
 * the steps of the run, each of which is a request of its own.
 */
public final class AgentRuns {

	private final AgentService agents;

	private final Delegations delegations;

	AgentRuns(AgentService agents, Delegations delegations) {
		this.agents = agents;
		this.delegations = delegations;
	}

	/**
	 * Refuse what no agent can do.
	 * @param endpoint what is asked for
	 * @param unscannable the field with something that is no text, {@code null} if there
	 * is none
	 * @throws io.hilum.gateway.problem.ProblemException if it asks an agent otherwise
	 * than as a chat of text
	 */
	public static void require(Endpoint endpoint, @Nullable String unscannable) {
		if (endpoint != Endpoint.CHAT) {
			throw new GatewayProblem.Invalid("agent_endpoint", "Agents are asked by POST " + Endpoint.CHAT.path(),
					"model")
				.asException();
		}
		if (unscannable != null) {
			throw new GatewayProblem.Invalid("unscannable_content", "Agents read text only", unscannable).asException();
		}
	}

	/**
	 * Run an agent.
	 * @param agent the agent
	 * @param context the request, which was admitted
	 * @return the context with the beginning of the answer
	 */
	Mono<ChatContext> run(Agent agent, ChatContext context) {
		String delegation = this.delegations.seal(agent, context.arrival(), context.caller(), context.grant().roles(),
				context.scope().conversation(), context.scope().purpose());
		long started = System.nanoTime();
		return this.agents
			.run(new AgentCall(agent, context.request().body(), delegation), context.service(PhiState.RAW, "none"))
			.map((answer) -> context.answered(answer, System.nanoTime() - started));
	}

}
