package io.hilum.routing.metering.journal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The network of a client instead of its address: the first 24 bits of IPv4, the first 64
 * of IPv6. Conditions of policies name networks, and who reads usage events need not know
 * at which desk somebody sat.
 */
final class Subnet {

	private static final int IPV4_BYTES = 3;

	private static final int IPV6_BYTES = 8;

	private Subnet() {
	}

	static @Nullable String of(String address) {
		if (address.isEmpty()) {
			return null;
		}
		try {
			byte[] bytes = InetAddress.ofLiteral(address).getAddress();
			Arrays.fill(bytes, (bytes.length == 4) ? IPV4_BYTES : IPV6_BYTES, bytes.length, (byte) 0);
			return InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (IllegalArgumentException | UnknownHostException ex) {
			return null;
		}
	}

}
