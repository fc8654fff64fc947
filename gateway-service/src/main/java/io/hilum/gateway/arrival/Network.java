package io.hilum.gateway.arrival;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of IP addresses in CIDR notation (RFC 4632), IPv4 or IPv6.
 *
 * @param prefix the address
 * @param bits how many leading bits of it count
 */
public record Network(InetAddress prefix, int bits) {

	public Network {
		int width = prefix.getAddress().length * 8;
		if (bits < 0 || bits > width) {
			throw new IllegalArgumentException("a network of " + width + " bits cannot have a prefix of " + bits);
		}
	}

	/**
	 * Read a range such as {@code 10.0.0.0/8}, or a single address.
	 * @param text the range
	 * @return the network
	 */
	public static Network parse(String text) {
		int slash = text.indexOf('/');
		InetAddress address = InetAddress.ofLiteral((slash < 0) ? text : text.substring(0, slash));
		int bits = (slash < 0) ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
		return new Network(address, bits);
	}

	/**
	 * Whether an address is in this range.
	 * @param address the address
	 * @return {@code true} if it is
	 */
	public boolean contains(InetAddress address) {
		byte[] mine = this.prefix.getAddress();
		byte[] other = address.getAddress();
		int whole = this.bits / 8;
		if (mine.length != other.length || !Arrays.equals(mine, 0, whole, other, 0, whole)) {
			return false;
		}
		int rest = this.bits % 8;
		return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >>> (8 - rest) == 0;
	}

	@Override
	public String toString() {
		return this.prefix.getHostAddress() + "/" + this.bits;
	}

}
