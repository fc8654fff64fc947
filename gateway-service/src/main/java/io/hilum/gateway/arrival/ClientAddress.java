package io.hilum.gateway.arrival;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Finds the address of the client: that of the connection, or behind trusted proxies the
 * last one in {@code X-Forwarded-For} that is no trusted proxy itself, with or without a
 * port (as Azure's Application Gateway writes it). Where a trusted proxy says something
 * that is no address, the client is {@link #NOWHERE}: it is in no network that a role or
 * a key is restricted to, and certainly not in that of the proxy.
 */
final class ClientAddress {

	/** The unspecified address. */
	static final InetAddress NOWHERE = InetAddress.ofLiteral("0.0.0.0");

	private static final int MAX_HOPS = 16;

	private static final Pattern WITH_PORT = Pattern
		.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([0-9.]{7,15}))(?::[0-9]{1,5})?");

	private final List<Network> proxies;

	ClientAddress(List<Network> proxies) {
		this.proxies = proxies;
	}

	InetAddress of(@Nullable InetSocketAddress remote, HttpHeaders headers) {
		InetAddress address = (remote != null) ? remote.getAddress() : null;
		if (address == null) {
			return InetAddress.getLoopbackAddress();
		}
		return trusted(address) ? behindProxies(address, headers) : address;
	}

	private InetAddress behindProxies(InetAddress proxy, HttpHeaders headers) {
		List<String> forwarded = headers.getOrEmpty("X-Forwarded-For");
		if (forwarded.isEmpty()) {
			return proxy;
		}
		String[] hops = String.join(",", forwarded).split(",", -1);
		InetAddress nearest = proxy;
		for (int i = hops.length - 1; i >= Math.max(0, hops.length - MAX_HOPS); i--) {
			InetAddress hop = literal(hops[i].strip());
			if (hop == null) {
				return NOWHERE;
			}
			nearest = hop;
			if (!trusted(hop)) {
				return hop;
			}
		}
		return nearest;
	}

	private boolean trusted(InetAddress address) {
		return this.proxies.stream().anyMatch((network) -> network.contains(address));
	}

	private static @Nullable InetAddress literal(String hop) {
		Matcher withPort = WITH_PORT.matcher(hop);
		String text = !withPort.matches() ? hop : (withPort.group(1) != null) ? withPort.group(1) : withPort.group(2);
		try {
			return InetAddress.ofLiteral(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
