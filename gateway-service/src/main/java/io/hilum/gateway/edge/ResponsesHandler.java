package io.hilum.gateway.edge;

import io.hilum.gateway.admission.Access;
import io.hilum.gateway.admission.Use;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.chat.ChatProperties;
import io.hilum.gateway.chat.kept.KeptQuery;
import io.hilum.gateway.chat.kept.KeptReading;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
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

	private final int maxEvent;

	ResponsesHandler(KeptResponses responses, ModelService models, PolicySource policies, GuardedCall guard,
			ChatProperties properties) {
		this.responses = responses;
		this.models = models;
		this.policies = policies;
		this.guard = guard;
		this.maxAnswer = properties.maxAnswer().toBytes();
		this.maxEvent = Math.toIntExact(properties.maxEvent().toBytes());
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
		KeptQuery query = KeptQuery.of(exchange.getRequest().getQueryParams(), action);
		KeptReading reading = new KeptReading(response, id, caller.subject(), Arrival.of(exchange).requestId(),
				query.startingAfter());
		ServiceContext asked = service.withModels(service.models().with(response.model()));
		return this.models.kept(new KeptCall(action, response.provider(), response.id(), query.text()), asked)
			.flatMap((answer) -> (query.stream() && answer.ok() && answer.streamed())
					? stream(exchange.getResponse(), this.responses.relay(reading, answer.body(), this.maxEvent))
					: whole(exchange.getResponse(), answer, reading));
	}

	private Mono<Void> whole(ServerHttpResponse response, ModelAnswer answer, KeptReading reading) {
		return answer.whole(this.maxAnswer)
			.map((body) -> answer.ok()
					? this.responses.restore(reading.response(), reading.id(), reading.subject(), body) : body)
			.flatMap((body) -> write(response, answer, body));
	}

	private static Mono<Void> stream(ServerHttpResponse response, Flux<byte[]> events) {
		response.setStatusCode(HttpStatus.OK);
		response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
		response.getHeaders().setCacheControl("no-store");
		return response.writeAndFlushWith(events.map((bytes) -> Mono.just(response.bufferFactory().wrap(bytes))));
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
