package io.hilum.gateway.arrival;

import java.util.List;

import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a step of an agent's run presents in place of a credential. Nobody has looked at
 * it yet.
 *
 * @param delegation the delegation of the run
 * @param context the context that agent-service signed
 */
public record StepCall(String delegation, String context) {

	private static final String ATTRIBUTE = StepCall.class.getName();

	private static final String SCHEME = "Hilum-Run ";

	/**
	 * What a request presents.
	 * @param exchange the exchange, which has passed {@link ArrivalFilter}
	 * @return the call, or {@code null} if it does not claim to be a step
	 */
	public static @Nullable StepCall of(ServerWebExchange exchange) {
		return exchange.getAttribute(ATTRIBUTE);
	}

	/**
	 * Keep what a request presents before headers are taken from it.
	 * @param exchange the exchange
	 */
	static void keep(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		List<String> credentials = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
		List<String> contexts = headers.getOrEmpty(ServiceContext.HEADER);
		if (credentials.size() == 1 && contexts.size() == 1 && credentials.getFirst().startsWith(SCHEME)) {
			exchange.getAttributes()
				.put(ATTRIBUTE, new StepCall(credentials.getFirst().substring(SCHEME.length()), contexts.getFirst()));
		}
	}

	@Override
	public String toString() {
		return "StepCall[REDACTED]";
	}

}
