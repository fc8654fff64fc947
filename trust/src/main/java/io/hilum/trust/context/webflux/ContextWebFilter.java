package io.hilum.trust.context.webflux;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.InvalidContextException;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
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

	private final Map<String, String> confined;

	/**
	 * Create the filter.
	 * @param verifier what verifies the context
	 * @param openPaths prefixes of paths that need no context, such as {@code /actuator/}
	 */
	public ContextWebFilter(ContextVerifier verifier, List<String> openPaths) {
		this(verifier, openPaths, Map.of());
	}

	/**
	 * Create the filter of a service of which some callers may ask one thing only.
	 * @param verifier what verifies the context
	 * @param openPaths prefixes of paths that need no context, such as {@code /actuator/}
	 * @param confined the one path that an issuer may {@code GET}, by its name; issuers
	 * that are not named may ask everything
	 */
	public ContextWebFilter(ContextVerifier verifier, List<String> openPaths, Map<String, String> confined) {
		this.verifier = verifier;
		this.openPaths = List.copyOf(openPaths);
		this.confined = Map.copyOf(confined);
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
			ServiceContext context = this.verifier.verify(token);
			if (token == null || !mayAsk(ContextVerifier.issuerOf(token), exchange.getRequest().getMethod(), path)) {
				return refuse(exchange.getResponse());
			}
			exchange.getAttributes().put(ATTRIBUTE, context);
		}
		catch (InvalidContextException ex) {
			return refuse(exchange.getResponse());
		}
		return chain.filter(exchange);
	}

	private boolean mayAsk(String issuer, HttpMethod method, String path) {
		String only = this.confined.get(issuer);
		return only == null || (method.equals(HttpMethod.GET) && path.equals(only));
	}

	private static Mono<Void> refuse(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.UNAUTHORIZED);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		DataBuffer body = response.bufferFactory().wrap(REFUSAL);
		return response.writeWith(Mono.just(body));
	}

}
