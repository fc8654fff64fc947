package io.hilum.gateway.edge;

import java.util.Collections;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.models.CatalogueService;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.simulation.Simulator;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code /v1/catalogue}: what administrators are told of the catalogue as it runs.
 */
@Component
class CatalogueHandler {

	private static final int MAX_BODY = 64 * 1024;

	private static final long MAX_ANSWER = 16L * 1024 * 1024;

	private final CatalogueService catalogue;

	private final Simulator simulator;

	private final AdministrationProperties properties;

	private final GuardedCall guard;

	CatalogueHandler(CatalogueService catalogue, Simulator simulator, AdministrationProperties properties,
			GuardedCall guard) {
		this.catalogue = catalogue;
		this.simulator = simulator;
		this.properties = properties;
		this.guard = guard;
	}

	/**
	 * {@code GET /v1/catalogue}: the catalogue as it runs.
	 * @param request who looks
	 * @return what routing-service has
	 */
	Mono<ServerResponse> look(ServerRequest request) {
		return ServerResponse.ok()
			.build((exchange, context) -> this.guard.around(exchange, PhiState.NONE, (who) -> look(exchange, who)));
	}

	private Mono<Void> look(ServerWebExchange exchange, ServiceContext who) {
		requireAdministrator(who);
		return this.catalogue.catalogue(who).flatMap((answer) -> answer.whole(MAX_ANSWER).flatMap((body) -> {
			exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(answer.status()));
			return JsonCalls.write(exchange.getResponse(), body);
		}));
	}

	/**
	 * {@code POST /v1/catalogue/simulate}: what would become of a request.
	 * @param request who wants to know
	 * @return what would
	 */
	Mono<ServerResponse> simulate(ServerRequest request) {
		return ServerResponse.ok()
			.build((exchange, context) -> this.guard.around(exchange, PhiState.NONE, (who) -> simulate(exchange, who)));
	}

	private Mono<Void> simulate(ServerWebExchange exchange, ServiceContext who) {
		requireAdministrator(who);
		return JsonCalls.body(exchange, MAX_BODY)
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> this.simulator.simulate(Simulator.read(body), Arrival.of(exchange), who))
			.flatMap((json) -> JsonCalls.write(exchange.getResponse(), json));
	}

	private void requireAdministrator(ServiceContext who) {
		if (Collections.disjoint(who.roles(), this.properties.roles())) {
			throw new GatewayProblem.Forbidden("role_not_allowed", "Only administrators may look into the catalogue")
				.asException();
		}
	}

}
