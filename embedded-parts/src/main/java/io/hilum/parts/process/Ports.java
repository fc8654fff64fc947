package io.hilum.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports of the loopback interface.
 */
public final class Ports {

	private Ports() {
	}

	/**
	 * Pick a port that is free at this moment.
	 * @return the port
	 */
	public static int free() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("This machine has no free port", ex);
		}
	}

	/**
	 * Whether something listens on a port already.
	 * @param port the port
	 * @return whether a new listener would be refused
	 */
	public static boolean isTaken(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

}
