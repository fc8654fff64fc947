package io.hilum.agents.offer.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.hilum.agents.body.RequestBody;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.offer.OfferProperties;
import io.hilum.agents.offer.OfferedTools;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.trust.context.webflux.ContextWebFilter;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code POST /mcp}: Streamable HTTP without sessions and without streams, as the gateway
 * asks it. A request is answered with one JSON-RPC message, a notification with 202.
 */
@Component
class McpHandler {

	/** By which the gateway learns what was called, for its audit. */
	private static final String TOOL = "Hilum-Tool";

	private static final String PROGRAM = "mcp";

	private final OfferedTools tools;

	private final OfferProperties properties;

	private final McpJsonMapper json = McpJsonDefaults.getMapper();

	McpHandler(OfferedTools tools, OfferProperties properties) {
		this.tools = tools;
		this.properties = properties;
	}

	Mono<ServerResponse> serve(ServerRequest request) {
		@Nullable String delegation = request.headers().firstHeader("Hilum-Delegation");
		if (delegation == null) {
			throw AgentProblem.invalid("The gateway must say Hilum-Delegation", null);
		}
		Mandate mandate = new Mandate(ContextWebFilter.contextOf(request.exchange()), delegation, PROGRAM, "");
		return RequestBody.of(request.exchange().getRequest(), this.properties.maxRequest().toBytes())
			.flatMap((body) -> answer(read(body), new CallerServer(this.tools, mandate), request.exchange()));
	}

	private McpSchema.JSONRPCMessage read(byte[] body) {
		try {
			return McpSchema.deserializeJsonRpcMessage(this.json, new String(body, StandardCharsets.UTF_8));
		}
		catch (IOException | RuntimeException ex) {
			throw AgentProblem.invalid("The request is no message of JSON-RPC 2.0", null);
		}
	}

	private Mono<ServerResponse> answer(McpSchema.JSONRPCMessage message, CallerServer server,
			ServerWebExchange exchange) {
		return switch (message) {
			case McpSchema.JSONRPCRequest asked -> server.handler()
				.handleRequest(McpTransportContext.EMPTY, asked)
				.flatMap((response) -> written(response, server, exchange));
			case McpSchema.JSONRPCNotification told -> server.handler()
				.handleNotification(McpTransportContext.EMPTY, told)
				.then(ServerResponse.accepted().build());
			default -> Mono.error(AgentProblem.invalid("A client sends requests and notifications", null));
		};
	}

	/** What was called is told however it ended. */
	private Mono<ServerResponse> written(McpSchema.JSONRPCResponse response, CallerServer server,
			ServerWebExchange exchange) {
		String called = server.called();
		if (called != null) {
			exchange.getResponse().getHeaders().set(TOOL, called);
		}
		AgentProblem problem = server.problem();
		if (problem != null) {
			return Mono.error(problem);
		}
		try {
			return ServerResponse.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(this.json.writeValueAsBytes(response));
		}
		catch (IOException ex) {
			return Mono.error(ex);
		}
	}

}
