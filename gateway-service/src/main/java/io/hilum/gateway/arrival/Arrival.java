package io.hilum.gateway.arrival;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * What the gateway itself saw of a request.
 *
 * @param requestId the id of the request, made here
 * @param address the address of the client, looked up behind trusted proxies only
 * @param startedNanos {@link System#nanoTime()} at arrival
 * @param at the time of arrival; {@link Instant#MAX} if that is not known, so that
 * nothing counts as recent
 * @param patience how long the client waits for the answer as a whole, if it says so
 * @param cacheControl what it says of answers that were given before
 * ({@code Cache-Control}), if it says something
 * @param betas the betas of Anthropic's API that it asks for
 * @param idempotencyKey what it calls the request, if it may send it again
 */
public record Arrival(String requestId, InetAddress address, long startedNanos, Instant at, @Nullable Duration patience,
		@Nullable String cacheControl, List<String> betas, @Nullable String idempotencyKey) {

	private static final String ATTRIBUTE = Arrival.class.getName();

	/**
	 * The arrival of a request whose client says nothing of how it wants its answer.
	 * @param requestId the id of the request, made here
	 * @param address the address of the client
	 * @param startedNanos {@link System#nanoTime()} at arrival
	 */
	public Arrival(String requestId, InetAddress address, long startedNanos) {
		this(requestId, address, startedNanos, Instant.MAX, null, null, List.of(), null);
	}

	/**
	 * The arrival of a request.
	 * @param exchange the exchange, which has passed {@link ArrivalFilter}
	 * @return the arrival
	 */
	public static Arrival of(ServerWebExchange exchange) {
		return exchange.getRequiredAttribute(ATTRIBUTE);
	}

	/**
	 * How much longer the client waits.
	 * @return the time that is left, at least a millisecond, or {@code null} if the
	 * client does not say
	 */
	public @Nullable Duration left() {
		if (this.patience == null) {
			return null;
		}
		Duration left = this.patience.minusNanos(System.nanoTime() - this.startedNanos);
		return (left.toMillis() > 0) ? left : Duration.ofMillis(1);
	}

	/**
	 * The same arrival as that of a step of an agent's run.
	 * @param id the id of the step
	 * @param client the address of the client that asked the agent
	 * @return the arrival
	 */
	public Arrival asStep(String id, InetAddress client) {
		return new Arrival(id, client, this.startedNanos, this.at, this.patience, this.cacheControl, this.betas,
				this.idempotencyKey);
	}

	/**
	 * Make this the arrival of an exchange.
	 * @param exchange the exchange
	 */
	public void attach(ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, this);
	}

	/**
	 * The address as text, for records.
	 * @return the address without a host name
	 */
	public String network() {
		return this.address.getHostAddress();
	}

}
