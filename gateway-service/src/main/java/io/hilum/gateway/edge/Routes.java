package io.hilum.gateway.edge;

import java.net.URI;
import java.util.List;

import io.hilum.gateway.chat.ChatHandler;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.models.KeptCall.Action;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.upstream.AgentProperties;
import io.hilum.gateway.upstream.Services;
import io.hilum.gateway.upstream.UpstreamProperties;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The table of contents of the public surface. What is not here is answered 404, and all
 * of it stands behind {@code ArrivalFilter}, {@code PortalFilter}, {@code CrossOrigin}
 * and {@code AuthenticationFilter}, in this order.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

	@Bean
	RouterFunction<ServerResponse> ownRoutes(ChatHandler chat, ResponsesHandler responses, ModelsHandler models,
			PatientHandler patients, CatalogueHandler catalogue, McpHandler mcp) {
		RouterFunctions.Builder routes = RouterFunctions.route();
		for (Endpoint endpoint : Endpoint.values()) {
			paths(endpoint).forEach((path) -> routes.add(posted(path, chat.serving(endpoint))));
		}
		for (String path : paths(Endpoint.RESPONSES)) {
			kept(path + "/{id}", responses, routes);
		}
		return routes.GET("/v1/models", models::all)
			.GET("/openai/v1/models", models::all)
			.GET("/openai/models", models::all)
			.GET("/v1/models/{id}", models::one)
			.GET("/openai/v1/models/{id}", models::one)
			.GET("/openai/models/{id}", models::one)
			.route(RequestPredicates.path("/v1/models").or(RequestPredicates.path("/v1/models/{id}")), only("GET"))
			.add(posted("/v1/patients", patients::token))
			.add(posted("/mcp", mcp::call))
			.add(posted("/v1/catalogue/simulate", catalogue::simulate))
			.GET("/v1/catalogue", catalogue::look)
			.route(RequestPredicates.path("/v1/catalogue"), only("GET"))
			.build();
	}

	private static List<String> paths(Endpoint endpoint) {
		String path = endpoint.path();
		String azure = "/openai" + path;
		return switch (endpoint) {
			case CHAT, EMBEDDINGS, COMPLETIONS ->
				List.of(path, azure, "/openai/deployments/{model}" + path.substring("/v1".length()));
			case RESPONSES -> List.of(path, azure, "/openai/responses");
			case MESSAGES, COUNT_TOKENS -> List.of(path);
		};
	}

	private static RouterFunction<ServerResponse> posted(String path, HandlerFunction<ServerResponse> handler) {
		return RouterFunctions.route().POST(path, handler).route(RequestPredicates.path(path), only("POST")).build();
	}

	private static void kept(String path, ResponsesHandler responses, RouterFunctions.Builder routes) {
		String cancel = path + Action.CANCEL.suffix();
		String items = path + Action.ITEMS.suffix();
		routes.GET(path, responses.serving(Action.READ))
			.DELETE(path, responses.serving(Action.DELETE))
			.POST(cancel, responses.serving(Action.CANCEL))
			.GET(items, responses.serving(Action.ITEMS))
			.route(RequestPredicates.path(path), only("GET", "DELETE"))
			.route(RequestPredicates.path(cancel), only("POST"))
			.route(RequestPredicates.path(items), only("GET"));
	}

	private static HandlerFunction<ServerResponse> only(String... methods) {
		return (request) -> Mono.error(new GatewayProblem.MethodNotAllowed(List.of(methods)).asException());
	}

	@Bean
	RouteLocator serviceRoutes(RouteLocatorBuilder routes, UpstreamProperties services, EdgeProperties properties,
			AgentProperties agents, GuardedCall guard, ContextSigner signer) {
		long max = properties.maxUpload().toBytes();
		ServiceRoute usage = new ServiceRoute(Services.USAGE, PhiState.NONE, guard, signer, max);
		ServiceRoute rag = new ServiceRoute(Services.RAG, PhiState.RAW, guard, signer, max);
		ServiceRoute portal = new ServiceRoute(Services.PORTAL, PhiState.RAW, guard, signer, max);
		ServiceRoute scrubber = new ServiceRoute(Services.PHI_SCRUBBER, PhiState.RAW, guard, signer, max);
		ServiceRoute agent = new ServiceRoute(Services.AGENT, PhiState.RAW, guard, signer, max);
		return routes.routes()
			.route("agents",
					(route) -> route.path("/v1/agents/runs/**")
						.and()
						.predicate((exchange) -> agents.isOn())
						.filters((filters) -> filters.filter(agent))
						.uri(base(agents.service())))
			.route("usage",
					(route) -> route
						.path("/v1/usage", "/v1/usage/**", "/v1/keys", "/v1/keys/**", "/v1/budgets", "/v1/budgets/**",
								"/v1/audit", "/v1/audit/**", "/v1/me", "/v1/teams", "/v1/teams/**", "/v1/applications",
								"/v1/applications/**", "/v1/directory/**", "/v1/grants", "/v1/grants/**")
						.filters((filters) -> filters.filter(usage))
						.uri(base(services.usage())))
			.route("rag",
					(route) -> route.path("/v1/collections", "/v1/collections/**", "/v1/search")
						.filters((filters) -> filters.filter(rag))
						.uri(base(services.rag())))
			.route("portal",
					(route) -> route.path("/v1/portal/**")
						.filters((filters) -> filters.filter(portal))
						.uri(base(services.portal())))
			.route("phi",
					(route) -> route.path("/v1/phi/preview", "/v1/phi/corrections")
						.filters((filters) -> filters.filter(scrubber))
						.uri(base(services.phiScrubber())))
			.build();
	}

	private static URI base(UpstreamProperties.Service service) {
		return service.url();
	}

}
