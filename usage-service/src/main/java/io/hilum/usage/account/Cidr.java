package io.hilum.usage.account;

import java.net.InetAddress;

/**
 * Networks in CIDR form (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8}.
 */
final class Cidr {

	private Cidr() {
	}

	static boolean isValid(String text) {
		int slash = text.indexOf('/');
		if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
			return false;
		}
		try {
			InetAddress address = InetAddress.ofLiteral(text.substring(0, slash));
			return Integer.parseInt(text.substring(slash + 1)) <= 8 * address.getAddress().length;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
