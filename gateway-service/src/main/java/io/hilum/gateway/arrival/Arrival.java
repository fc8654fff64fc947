package io.hilum.gateway.arrival;

import java.net.InetAddress;

import org.springframework.web.server.ServerWebExchange;

/**
 * What the gateway itself saw of a request.
 *
 * @param requestId the id of the request, made here
 * @param address the address of the client, looked up behind trusted proxies only
 * @param startedNanos {@link System#nanoTime()} at arrival
 */
public record Arrival(String requestId, InetAddress address, long startedNanos) {

	private static final String ATTRIBUTE = Arrival.class.getName();

	/**
	 * The arrival of a request.
	 * @param exchange the exchange, which has passed {@link ArrivalFilter}
	 * @return the arrival
	 */
	public static Arrival of(ServerWebExchange exchange) {
		return exchange.getRequiredAttribute(ATTRIBUTE);
	}

	void attach(ServerWebExchange exchange) {
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
