package io.hilum.gateway.models.http;

import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.models.ToolService;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.upstream.ServiceCalls;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Calls agent-service.
 */
@Component
class HttpToolService implements ToolService {

	private static final GatewayProblem.Unavailable UNAVAILABLE = new GatewayProblem.Unavailable("agents_unavailable",
			"No tool can be reached at the moment. Try again shortly");

	private final ServiceCalls agentCalls;

	HttpToolService(ServiceCalls agentCalls) {
		this.agentCalls = agentCalls;
	}

	@Override
	public Mono<ModelAnswer> call(byte[] message, String delegation, ServiceContext context) {
		return Answers.of(this.agentCalls.call(HttpMethod.POST, "/mcp", context)
			.header("Hilum-Delegation", delegation)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(message), UNAVAILABLE);
	}

}
