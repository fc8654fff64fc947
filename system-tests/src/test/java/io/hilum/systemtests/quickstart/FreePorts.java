package io.hilum.systemtests.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ports that nobody listens on, all different, so that a quick start of somebody else may
 * run beside ours.
 */
public final class FreePorts {

	private FreePorts() {
	}

	/**
	 * One port for each variable.
	 */
	public static Map<String, String> forVariables(List<String> variables) {
		Map<String, String> ports = new LinkedHashMap<>();
		List<ServerSocket> held = new ArrayList<>();
		try {
			for (String variable : variables) {
				ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				held.add(socket);
				ports.put(variable, Integer.toString(socket.getLocalPort()));
			}
			for (ServerSocket socket : held) {
				socket.close();
			}
			return ports;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
