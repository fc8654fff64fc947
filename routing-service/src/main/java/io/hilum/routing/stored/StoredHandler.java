package io.hilum.routing.stored;

import java.util.Collection;
import java.util.Optional;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.completion.UpstreamProblems;
import io.hilum.routing.completion.web.ProblemResponse;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.provider.StoredCall;
import io.hilum.routing.provider.StoredCall.Action;
import io.hilum.trust.context.webflux.ContextWebFilter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Asks the provider that keeps a response, which the gateway names. Whose response it is
 * the gateway has made sure of.
 */
final class StoredHandler {

	private static final String HOLDER = "Hilum-Provider";

	private final Catalogues catalogues;

	private final Providers providers;

	StoredHandler(Catalogues catalogues, Providers providers) {
		this.catalogues = catalogues;
		this.providers = providers;
	}

	Mono<Void> handle(ServerWebExchange exchange, Action action, String id) {
		return Mono.defer(() -> {
			ProviderDefinition holder = holder(exchange);
			StoredCall call = new StoredCall(action, plain(id), StoredQuery.of(exchange.getRequest().getQueryParams()));
			return this.providers.of(holder)
				.stored(call)
				.flatMap((body) -> write(exchange.getResponse(), holder, body))
				.onErrorMap(ProviderFailure.class, StoredHandler::problem);
		})
			.onErrorResume(RoutingException.class,
					(refusal) -> ProblemResponse.write(exchange.getResponse(), refusal.problem()));
	}

	/**
	 * A provider is asked only for those who may use a model of it.
	 */
	private ProviderDefinition holder(ServerWebExchange exchange) {
		String name = exchange.getRequest().getHeaders().getFirst(HOLDER);
		Catalogue catalogue = this.catalogues.current();
		Collection<String> roles = ContextWebFilter.contextOf(exchange).roles();
		return find(catalogue, roles, name).orElseThrow(StoredHandler::unknown);
	}

	private static Optional<ProviderDefinition> find(Catalogue catalogue, Collection<String> roles,
			@Nullable String name) {
		return catalogue.models()
			.values()
			.stream()
			.filter((model) -> catalogue.mayUse(roles, model.name()))
			.flatMap((model) -> model.deployments().stream())
			.map(Deployment::provider)
			.filter((provider) -> provider.id().equals(name))
			.findFirst();
	}

	private static String plain(String id) {
		if (!StoredQuery.isPlain(id)) {
			throw unknown();
		}
		return id;
	}

	private static RoutingException unknown() {
		return new RoutingException(new RoutingProblem.ResponseUnknown());
	}

	private static RoutingException problem(ProviderFailure failure) {
		return (failure.status() == 404) ? unknown() : new RoutingException(UpstreamProblems.of(failure));
	}

	private static Mono<Void> write(ServerHttpResponse response, ProviderDefinition holder, byte[] body) {
		HttpHeaders headers = response.getHeaders();
		response.setStatusCode(HttpStatus.OK);
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.setContentLength(body.length);
		headers.setCacheControl("no-store");
		headers.set("hilum-provider", holder.id());
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
