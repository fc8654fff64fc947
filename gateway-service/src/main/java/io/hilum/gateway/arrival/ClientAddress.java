package io.hilum.gateway.arrival;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Finds the address of the client: that of the connection, or behind trusted proxies the
 * last one in {@code X-Forwarded-For} that is no trusted proxy itself.
 */
final class ClientAddress {

	private static final int MAX_HOPS = 16;

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
		String[] hops = String.join(",", headers.getOrEmpty("X-Forwarded-For")).split(",", -1);
		InetAddress nearest = proxy;
		for (int i = hops.length - 1; i >= Math.max(0, hops.length - MAX_HOPS); i--) {
			InetAddress hop = literal(hops[i].strip());
			if (hop == null) {
				return nearest;
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

	private static @Nullable InetAddress literal(String text) {
		try {
			return InetAddress.ofLiteral(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
