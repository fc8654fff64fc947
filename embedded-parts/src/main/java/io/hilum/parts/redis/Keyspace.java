package io.hilum.parts.redis;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.hilum.parts.PartException;

/**
 * All keys of a Redis.
 */
public final class Keyspace {

	private static final int TIMEOUT_MILLIS = 10_000;

	private Keyspace() {
	}

	/**
	 * Forget every key.
	 * @param url where the Redis is, {@code redis://host:port}
	 * @throws PartException when it does not answer, or refuses
	 */
	public static void forget(String url) {
		URI address = URI.create(url);
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
			if (socket.getInputStream().read() != '+') {
				throw new PartException("Redis refuses to forget its keys");
			}
		}
		catch (IOException ex) {
			throw new PartException("Redis does not answer at " + url, ex);
		}
	}

}
