package io.hilum.gateway.edge;

import io.hilum.gateway.admission.Access;
import io.hilum.gateway.admission.Use;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.chat.ChatProperties;
import io.hilum.gateway.chat.kept.KeptQuery;
import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.chat.kept.KeptResponses;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.web.AuthenticationFilter;
import io.hilum.gateway.models.KeptCall;
import io.hilum.gateway.models.KeptCall.Action;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.models.ModelService;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code /v1/responses/{id}} and what is below it: responses that a provider keeps, each
 * for its own caller and in roles that let a provider keep anything.
 */
@Component
class ResponsesHandler {

	private final KeptResponses responses;

	private final ModelService models;

	private final PolicySource policies;

	private final GuardedCall guard;

	private final long maxAnswer;

	ResponsesHandler(KeptResponses responses, ModelService models, PolicySource policies, GuardedCall guard,
			ChatProperties properties) {
		this.responses = responses;
		this.models = models;
		this.policies = policies;
		this.guard = guard;
		this.maxAnswer = properties.maxAnswer().toBytes();
	}

	/**
	 * What does something with a response.
	 * @param action what
	 * @return a handler
	 */
	HandlerFunction<ServerResponse> serving(Action action) {
		return (request) -> {
			String id = request.pathVariable("id");
			return ServerResponse.ok()
				.build((exchange, context) -> this.guard.around(exchange, PhiState.NONE,
						(service) -> serve(exchange, action, id, service)));
		};
	}

	private Mono<Void> serve(ServerWebExchange exchange, Action action, String id, ServiceContext service) {
		Caller caller = AuthenticationFilter.callerOf(exchange);
		KeptResponse response = this.responses.get(id, caller.subject());
		requireLeave(response, caller, Arrival.of(exchange));
		String query = KeptQuery.of(exchange.getRequest().getQueryParams());
		return this.models.kept(new KeptCall(action, response.provider(), response.id(), query), service)
			.flatMap((answer) -> answer.whole(this.maxAnswer)
				.map((body) -> answer.ok() ? this.responses.restore(response, id, caller.subject(), body) : body)
				.flatMap((body) -> write(exchange.getResponse(), answer, body)));
	}

	private void requireLeave(KeptResponse response, Caller caller, Arrival arrival) {
		if (!Access
			.toModel(this.policies.current(), caller, arrival, response.model(), Use.ofPath("/v1/responses", true))
			.state()) {
			throw new GatewayProblem.Forbidden("stored_state_not_allowed",
					"Your role does not allow responses that a provider keeps")
				.asException();
		}
	}

	private static Mono<Void> write(ServerHttpResponse response, ModelAnswer answer, byte[] body) {
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(body.length);
		response.getHeaders().setCacheControl("no-store");
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
