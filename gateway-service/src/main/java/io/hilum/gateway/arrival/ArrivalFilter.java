package io.hilum.gateway.arrival;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * The first filter of all: names the request, finds the client's address and takes away
 * every header that only this gateway may write.
 */
@Component
public final class ArrivalFilter implements WebFilter, Ordered {

	/**
	 * The order of this filter; authentication comes later.
	 */
	public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

	/**
	 * Anthropic's clients look for the id under another name.
	 */
	private static final String MESSAGES = "/v1/messages";

	private final ClientAddress clientAddress;

	private final RandomGenerator random;

	private final Clock clock;

	ArrivalFilter(ArrivalProperties properties, RandomGenerator random, Clock clock) {
		this.clientAddress = new ClientAddress(properties.proxies());
		this.random = random;
		this.clock = clock;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		String requestId = "req_" + Long.toHexString(this.random.nextLong() | Long.MIN_VALUE)
				+ Integer.toHexString(this.random.nextInt() | Integer.MIN_VALUE);
		exchange.getResponse().getHeaders().set("x-request-id", requestId);
		if (isMessages(request)) {
			exchange.getResponse().getHeaders().set("request-id", requestId);
		}
		HttpHeaders headers = request.getHeaders();
		InetAddress address = this.clientAddress.of(request.getRemoteAddress(), headers);
		long started = System.nanoTime();
		new Arrival(requestId, address, started).attach(exchange);
		StepCall.keep(exchange);
		if (!PathRules.isPlain(request.getURI().getRawPath())) {
			return Mono.error(new GatewayProblem.Invalid("invalid_path",
					"The path must be plain: no empty or dot segments, no encoded slashes or percent signs, ASCII only",
					null)
				.asException());
		}
		try {
			Duration patience = Patience.parse(headers.getFirst(Patience.HEADER));
			List<String> betas = Betas.parse(isMessages(request) ? headers.get(Betas.HEADER) : null);
			new Arrival(requestId, address, started, this.clock.instant(), patience,
					headers.getFirst(HttpHeaders.CACHE_CONTROL), betas, IdempotencyKeys.parse(headers))
				.attach(exchange);
		}
		catch (ProblemException ex) {
			return Mono.error(ex);
		}
		return chain.filter(cleaned(exchange, HeaderHygiene.unwanted(headers)));
	}

	private static boolean isMessages(ServerHttpRequest request) {
		return request.getURI().getRawPath().startsWith(MESSAGES);
	}

	private static ServerWebExchange cleaned(ServerWebExchange exchange, List<String> unwanted) {
		if (unwanted.isEmpty()) {
			return exchange;
		}
		return exchange.mutate()
			.request((request) -> request.headers((headers) -> unwanted.forEach(headers::remove)))
			.build();
	}

}
