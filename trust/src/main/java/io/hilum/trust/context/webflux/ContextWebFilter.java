package io.hilum.trust.context.webflux;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.InvalidContextException;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets a request in only with a valid {@link ServiceContext}, which handlers find by
 * {@link #contextOf(ServerWebExchange)}. Anything else is answered 401, but for the
 * management paths that carry no data.
 */
public final class ContextWebFilter implements WebFilter, Ordered {

	private static final String ATTRIBUTE = ServiceContext.class.getName();

	private static final byte[] REFUSAL = """
			{"error":{"message":"A call between services needs a valid Hilum-Context","type":"authentication_error",\
			"param":null,"code":"invalid_context"}}""".getBytes(StandardCharsets.UTF_8);

	private final ContextVerifier verifier;

	private final List<String> openPaths;

	/**
	 * Create the filter.
	 * @param verifier what verifies the context
	 * @param openPaths prefixes of paths that need no context, such as {@code /actuator/}
	 */
	public ContextWebFilter(ContextVerifier verifier, List<String> openPaths) {
		this.verifier = verifier;
		this.openPaths = List.copyOf(openPaths);
	}

	/**
	 * The context of a request that this filter let in.
	 * @param exchange the exchange
	 * @return the context
	 */
	public static ServiceContext contextOf(ServerWebExchange exchange) {
		return exchange.getRequiredAttribute(ATTRIBUTE);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 10;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getPath().pathWithinApplication().value();
		if (this.openPaths.stream().anyMatch(path::startsWith)) {
			return chain.filter(exchange);
		}
		try {
			String token = exchange.getRequest().getHeaders().getFirst(ServiceContext.HEADER);
			exchange.getAttributes().put(ATTRIBUTE, this.verifier.verify(token));
		}
		catch (InvalidContextException ex) {
			return refuse(exchange.getResponse());
		}
		return chain.filter(exchange);
	}

	private static Mono<Void> refuse(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.UNAUTHORIZED);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		DataBuffer body = response.bufferFactory().wrap(REFUSAL);
		return response.writeWith(Mono.just(body));
	}

}
