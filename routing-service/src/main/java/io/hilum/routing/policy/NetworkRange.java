package io.hilum.routing.policy;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A range of addresses in CIDR notation (RFC 4632).
 *
 * @param first the first address, as a number
 * @param last the last address, as a number
 * @param bytes how many bytes an address has
 */
public record NetworkRange(BigInteger first, BigInteger last, int bytes) {

	/**
	 * Read a range.
	 * @param text the range, such as {@code 10.0.0.0/8}, or one address
	 * @return the range
	 * @throws IllegalArgumentException if it is none
	 */
	public static NetworkRange parse(String text) {
		int slash = text.indexOf('/');
		InetAddress address = InetAddress.ofLiteral((slash < 0) ? text : text.substring(0, slash));
		int bits = address.getAddress().length * 8;
		int prefix = (slash < 0) ? bits : Integer.parseUnsignedInt(text.substring(slash + 1));
		if (prefix > bits) {
			throw new IllegalArgumentException("a prefix has at most " + bits + " bits");
		}
		BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
		BigInteger number = new BigInteger(1, address.getAddress());
		BigInteger first = number.subtract(number.mod(size));
		return new NetworkRange(first, first.add(size).subtract(BigInteger.ONE), address.getAddress().length);
	}

	/**
	 * Whether an address lies in the range.
	 * @param address the address as text
	 * @return {@code true} if it does; what is no address lies in no range
	 */
	public boolean contains(String address) {
		if (address.isEmpty()) {
			return false;
		}
		try {
			byte[] raw = InetAddress.ofLiteral(address).getAddress();
			BigInteger number = new BigInteger(1, raw);
			return raw.length == this.bytes && number.compareTo(this.first) >= 0 && number.compareTo(this.last) <= 0;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
