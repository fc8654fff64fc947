package io.hilum.usage.identity;

import java.util.Set;

import io.hilum.trust.context.webflux.ContextWebFilter;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives handlers the {@link Caller} that the signed context names.
 */
class CallerArgumentResolver implements HandlerMethodArgumentResolver {

	private final Set<String> administrators;

	CallerArgumentResolver(Set<String> administrators) {
		this.administrators = Set.copyOf(administrators);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType().equals(Caller.class);
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
		return Mono.just(new Caller(ContextWebFilter.contextOf(exchange), this.administrators));
	}

}
