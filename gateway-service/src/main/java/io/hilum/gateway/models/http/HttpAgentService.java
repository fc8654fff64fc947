package io.hilum.gateway.models.http;

import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.models.AgentCall;
import io.hilum.gateway.models.AgentService;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.policy.Agent.Bounds;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.upstream.ServiceCalls;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Calls agent-service. Cancelling the body of an answer closes the connection, by which
 * the run learns that its client has left.
 */
@Component
class HttpAgentService implements AgentService {

	private static final GatewayProblem.Unavailable UNAVAILABLE = new GatewayProblem.Unavailable("agents_unavailable",
			"No agent can be reached at the moment. Try again shortly");

	private final ServiceCalls agentCalls;

	HttpAgentService(ServiceCalls agentCalls) {
		this.agentCalls = agentCalls;
	}

	@Override
	public Mono<ModelAnswer> run(AgentCall call, ServiceContext context) {
		return Answers.of(this.agentCalls.call(HttpMethod.POST, Endpoint.CHAT.path(), context)
			.header("Hilum-Agent", call.agent().name())
			.header("Hilum-Agent-Model", call.agent().model())
			.header("Hilum-Agent-Bounds", bounds(call.agent().bounds()))
			.header("Hilum-Delegation", call.delegation())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(call.body()), UNAVAILABLE);
	}

	private static String bounds(Bounds bounds) {
		List<String> all = new ArrayList<>();
		if (bounds.steps() != null) {
			all.add("steps=" + bounds.steps());
		}
		if (bounds.time() != null) {
			all.add("millis=" + bounds.time().toMillis());
		}
		if (bounds.tokens() != null) {
			all.add("tokens=" + bounds.tokens());
		}
		if (bounds.nanoUsd() != null) {
			all.add("nano-usd=" + bounds.nanoUsd());
		}
		return String.join(",", all);
	}

}
