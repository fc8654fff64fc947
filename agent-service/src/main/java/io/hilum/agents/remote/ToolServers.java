package io.hilum.agents.remote;

/**
 * The way to servers with tools.
 */
@FunctionalInterface
public interface ToolServers {

	/**
	 * Prepare to ask a server. Nothing is asked yet.
	 * @param server the server
	 * @return the server as it is asked
	 */
	ToolServer connect(RemoteServer server);

}
