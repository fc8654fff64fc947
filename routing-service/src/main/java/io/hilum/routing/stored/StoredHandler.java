package io.hilum.routing.stored;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.completion.UpstreamProblems;
import io.hilum.routing.completion.web.ProblemResponse;
import io.hilum.routing.problem.ProblemBody;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.provider.StoredCall;
import io.hilum.routing.provider.StoredCall.Action;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.webflux.ContextWebFilter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
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
			return answer(exchange.getResponse(), holder, call).onErrorMap(ProviderFailure.class,
					StoredHandler::problem);
		})
			.onErrorResume(RoutingException.class,
					(refusal) -> ProblemResponse.write(exchange.getResponse(), refusal.problem()));
	}

	private Mono<Void> answer(ServerHttpResponse response, ProviderDefinition holder, StoredCall call) {
		Provider provider = this.providers.of(holder);
		if (!call.streamed()) {
			return provider.stored(call).flatMap((body) -> write(response, holder, body));
		}
		if (call.action() != Action.READ) {
			return Mono.error(new RoutingException(
					new RoutingProblem.InvalidBody("Only the response itself can be read as a stream", "stream")));
		}
		return stream(response, holder, provider.storedStream(call));
	}

	/**
	 * What fails before the first event is an answer of its own.
	 */
	private static Mono<Void> stream(ServerHttpResponse response, ProviderDefinition holder, Flux<byte[]> events) {
		AtomicBoolean begun = new AtomicBoolean();
		head(response, holder, MediaType.TEXT_EVENT_STREAM);
		return response.writeAndFlushWith(events.doOnNext((bytes) -> begun.set(true))
			.onErrorResume((cause) -> begun.get() ? Flux.just(ProblemBody.event(broken(cause))) : Flux.error(cause))
			.map((bytes) -> Mono.just(response.bufferFactory().wrap(bytes))));
	}

	private static RoutingProblem broken(Throwable cause) {
		return UpstreamProblems
			.of((cause instanceof ProviderFailure failure) ? failure : ProviderFailure.of(ProviderFailure.Kind.BROKEN));
	}

	/**
	 * A provider is asked only for those who may use a model of it.
	 */
	private ProviderDefinition holder(ServerWebExchange exchange) {
		String name = exchange.getRequest().getHeaders().getFirst(HOLDER);
		Catalogue catalogue = this.catalogues.current();
		ServiceContext caller = ContextWebFilter.contextOf(exchange);
		return find(catalogue, caller, name).orElseThrow(StoredHandler::unknown);
	}

	private static Optional<ProviderDefinition> find(Catalogue catalogue, ServiceContext caller,
			@Nullable String name) {
		return catalogue.models()
			.values()
			.stream()
			.filter((model) -> catalogue.mayUse(caller.roles(), model.name()) && caller.models().meets(model.name()))
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
		head(response, holder, MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

	private static void head(ServerHttpResponse response, ProviderDefinition holder, MediaType type) {
		HttpHeaders headers = response.getHeaders();
		response.setStatusCode(HttpStatus.OK);
		headers.setContentType(type);
		headers.setCacheControl("no-store");
		headers.set("hilum-provider", holder.id());
	}

}
