package io.hilum.agents.remote.mcp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server of the SDK on Jetty, with sessions, whose tools a test changes while it
 * runs.
 */
public final class McpPeer implements AutoCloseable {

	private final Server server = new Server(0);

	private final McpSyncServer mcp;

	private final List<Map<String, Object>> asked = new CopyOnWriteArrayList<>();

	private final List<String> credentials = new CopyOnWriteArrayList<>();

	/**
	 * Open it.
	 * @throws Exception if it cannot
	 */
	public McpPeer() throws Exception {
		var transport = HttpServletStreamableServerTransportProvider.builder()
			.mcpEndpoint("/mcp")
			.contextExtractor((request) -> {
				this.credentials.add(String.valueOf(request.getHeader("authorization")));
				return McpTransportContext.EMPTY;
			})
			.build();
		this.mcp = McpServer.sync(transport)
			.serverInfo("peer", "1")
			.capabilities(McpSchema.ServerCapabilities.builder().tools(true).build())
			.build();
		ServletHolder holder = new ServletHolder(transport);
		holder.setAsyncSupported(true);
		ServletContextHandler context = new ServletContextHandler("/");
		context.addServlet(holder, "/mcp");
		this.server.setHandler(context);
		this.server.start();
	}

	/**
	 * Have a tool from now on, in the place of one of the same name.
	 * @param tool what it says of it
	 * @param answer what the tool says
	 */
	public void put(McpSchema.Tool tool, Function<Map<String, Object>, McpSchema.CallToolResult> answer) {
		this.mcp.addTool(SyncToolSpecification.builder().tool(tool).callHandler((exchange, request) -> {
			this.asked.add(request.arguments());
			return answer.apply(request.arguments());
		}).build());
	}

	/**
	 * Have a tool no longer.
	 * @param name its name
	 */
	public void remove(String name) {
		this.mcp.removeTool(name);
	}

	/**
	 * A tool with one text as its argument.
	 * @param name its name
	 * @param description what it says of it
	 * @param argument the name of the argument
	 * @return the tool
	 */
	public static McpSchema.Tool tool(String name, String description, String argument) {
		return McpSchema.Tool
			.builder(name,
					Map.of("type", "object", "additionalProperties", false, "required", List.of(argument), "properties",
							Map.of(argument,
									Map.of("type", "string", "minLength", 2, "description", "SAY: " + description))))
			.description(description)
			.build();
	}

	/**
	 * An answer of one text.
	 * @param text the text
	 * @return the answer
	 */
	public static McpSchema.CallToolResult said(@Nullable String text) {
		return McpSchema.CallToolResult.builder(List.of(McpSchema.TextContent.builder(String.valueOf(text)).build()))
			.build();
	}

	/**
	 * Break all connections.
	 */
	public void hangUp() {
		this.server.getConnectors()[0].getConnectedEndPoints().forEach(EndPoint::close);
	}

	/**
	 * What its tools were asked.
	 * @return the arguments of each call
	 */
	public List<Map<String, Object>> asked() {
		return this.asked;
	}

	/**
	 * What it was shown.
	 * @return the credential of each request
	 */
	public List<String> credentials() {
		return this.credentials;
	}

	/**
	 * Where it is.
	 * @return its address
	 */
	public String url() {
		return "http://127.0.0.1:" + ((ServerConnector) this.server.getConnectors()[0]).getLocalPort() + "/mcp";
	}

	@Override
	public void close() {
		this.mcp.close();
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("the server did not stop", ex);
		}
	}

}
