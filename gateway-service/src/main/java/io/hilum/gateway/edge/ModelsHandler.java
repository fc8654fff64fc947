package io.hilum.gateway.edge;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.hilum.gateway.admission.Access;
import io.hilum.gateway.admission.Use;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.web.AuthenticationFilter;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.models.ModelService;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code GET /v1/models} and {@code /v1/models/{id}}: what routing-service has, less what
 * the caller's credential may not use.
 */
@Component
class ModelsHandler {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final long MAX_LIST = 16L * 1024 * 1024;

	private final ModelService models;

	private final PolicySource policies;

	private final GuardedCall guard;

	ModelsHandler(ModelService models, PolicySource policies, GuardedCall guard) {
		this.models = models;
		this.policies = policies;
		this.guard = guard;
	}

	Mono<ServerResponse> all(ServerRequest request) {
		return ServerResponse.ok().build((exchange, context) -> {
			Caller caller = AuthenticationFilter.callerOf(exchange);
			return serve(exchange, this.models::models, (body, asker) -> usable(body, caller, asker.roles()));
		});
	}

	Mono<ServerResponse> one(ServerRequest request) {
		String id = request.pathVariable("id");
		return ServerResponse.ok().build((exchange, context) -> serve(exchange, (service) -> {
			Access.toModel(this.policies.current(), AuthenticationFilter.callerOf(exchange), Arrival.of(exchange), id,
					Use.ofPath("/v1/models", true));
			return this.models.models(service);
		}, (body, asker) -> one(withAgents(body, asker.roles()), id)));
	}

	private static byte[] one(byte[] body, String id) {
		for (JsonNode model : JSON.readTree(body).path("data")) {
			if (model.path("id").asString("").equals(id)) {
				return JSON.writeValueAsBytes(model);
			}
		}
		throw new GatewayProblem.NotFound("model_not_found",
				"There is no model of this name. GET /v1/models lists those that you may use")
			.asException();
	}

	private Mono<Void> serve(ServerWebExchange exchange, Function<ServiceContext, Mono<ModelAnswer>> call,
			BiFunction<byte[], ServiceContext, byte[]> change) {
		return this.guard.around(exchange, PhiState.NONE, (context) -> call.apply(context)
			.flatMap((answer) -> write(answer, (body) -> change.apply(body, context), exchange.getResponse())));
	}

	private static Mono<Void> write(ModelAnswer answer, Function<byte[], byte[]> change, ServerHttpResponse response) {
		return answer.whole(MAX_LIST).flatMap((body) -> {
			response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			byte[] bytes = answer.ok() ? change.apply(body) : body;
			return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
		});
	}

	private byte[] withAgents(byte[] body, List<String> roles) {
		return AgentEntries.added(body, this.policies.current(), roles);
	}

	private byte[] usable(byte[] body, Caller caller, List<String> roles) {
		if (JSON.readTree(withAgents(body, roles)) instanceof ObjectNode list
				&& list.get("data") instanceof ArrayNode data) {
			data.removeIf((JsonNode model) -> !caller.mayUse(model.path("id").asString("")));
			return JSON.writeValueAsBytes(list);
		}
		return body;
	}

}
