package io.hilum.gateway.identity.web;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.arrival.ArrivalFilter;
import io.hilum.gateway.arrival.StepCall;
import io.hilum.gateway.identity.Authenticator;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.delegation.DelegatedSteps;
import io.hilum.gateway.identity.delegation.DelegatedSteps.Step;
import io.hilum.gateway.problem.ProblemException;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets nobody in without an identity, on any path but the management ones. It is a
 * {@link WebFilter}, since a gateway filter would see matched routes only.
 */
@Component
public final class AuthenticationFilter implements WebFilter, Ordered {

	private static final String ATTRIBUTE = Caller.class.getName();

	private static final String MANAGEMENT = "/actuator/";

	private final Authenticator authenticator;

	private final DelegatedSteps steps;

	private final RefusedLogins refusedLogins;

	AuthenticationFilter(Authenticator authenticator, DelegatedSteps steps, RefusedLogins refusedLogins) {
		this.authenticator = authenticator;
		this.steps = steps;
		this.refusedLogins = refusedLogins;
	}

	/**
	 * The caller of a request that this filter let in.
	 * @param exchange the exchange
	 * @return the caller
	 */
	public static Caller callerOf(ServerWebExchange exchange) {
		return exchange.getRequiredAttribute(ATTRIBUTE);
	}

	@Override
	public int getOrder() {
		return ArrivalFilter.ORDER + 100;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (exchange.getRequest().getPath().pathWithinApplication().value().startsWith(MANAGEMENT)) {
			return chain.filter(exchange);
		}
		Arrival arrival = Arrival.of(exchange);
		return caller(exchange, arrival)
			.onErrorResume(ProblemException.class,
					(refused) -> this.refusedLogins.record(arrival, refused.problem()).then(Mono.error(refused)))
			.flatMap((caller) -> {
				exchange.getAttributes().put(ATTRIBUTE, caller);
				return chain.filter(exchange);
			});
	}

	private Mono<Caller> caller(ServerWebExchange exchange, Arrival arrival) {
		StepCall call = StepCall.of(exchange);
		if (call == null) {
			return this.authenticator.authenticate(exchange.getRequest().getHeaders(), arrival.address());
		}
		return Mono.fromSupplier(() -> {
			ServerHttpRequest request = exchange.getRequest();
			Step step = this.steps.admit(call, request.getMethod().name(),
					request.getPath().pathWithinApplication().value());
			exchange.getResponse().getHeaders().set("x-request-id", step.requestId());
			arrival.asStep(step.requestId(), step.address()).attach(exchange);
			return step.caller();
		});
	}

}
