package io.hilum.gateway.edge;

import java.util.List;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.identity.delegation.Delegations;
import io.hilum.gateway.identity.web.AuthenticationFilter;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.models.ToolService;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.upstream.AgentProperties;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code POST /mcp}: our own tools, by the Model Context Protocol. What a call needs of
 * others comes back as a step of the caller, as those of agents do.
 */
@Component
class McpHandler {

	/**
	 * The header by which agent-service says which tool was called.
	 */
	static final String TOOL = "Hilum-Tool";

	/**
	 * What agent-service says of itself that a client may know.
	 */
	private static final List<String> PASSED = List.of("hilum-tool", "retry-after", "retry-after-ms", "x-should-retry");

	private static final int MAX_BODY = 64 * 1024;

	private static final long MAX_ANSWER = 1024L * 1024;

	private final ToolService tools;

	private final AgentProperties properties;

	private final Delegations delegations;

	private final GuardedCall guard;

	McpHandler(ToolService tools, AgentProperties properties, Delegations delegations, GuardedCall guard) {
		this.tools = tools;
		this.properties = properties;
		this.delegations = delegations;
		this.guard = guard;
	}

	Mono<ServerResponse> call(ServerRequest request) {
		return ServerResponse.ok()
			.build((exchange, context) -> this.guard.around(exchange, PhiState.RAW, (who) -> call(exchange, who)));
	}

	private Mono<Void> call(ServerWebExchange exchange, ServiceContext who) {
		if (!this.properties.isOn()) {
			throw new GatewayProblem.NotFound("tools_not_offered",
					"This gateway has no agent-service, which has the tools")
				.asException();
		}
		String delegation = this.delegations.seal(Agent.program(who.roles()), Arrival.of(exchange),
				AuthenticationFilter.callerOf(exchange), who.roles(), who.conversation(), who.purpose());
		return JsonCalls.body(exchange, MAX_BODY)
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> this.tools.call(body, delegation, who))
			.flatMap((answer) -> answer.whole(MAX_ANSWER).flatMap((body) -> write(exchange, answer, body)));
	}

	private static Mono<Void> write(ServerWebExchange exchange, ModelAnswer answer, byte[] body) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		for (String name : PASSED) {
			String value = answer.header(name);
			if (value != null) {
				response.getHeaders().set(name, value);
			}
		}
		return (body.length > 0) ? JsonCalls.write(response, body) : response.setComplete();
	}

}
