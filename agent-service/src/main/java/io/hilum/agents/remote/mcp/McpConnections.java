package io.hilum.agents.remote.mcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.concurrent.Executors;

import io.hilum.agents.remote.RemoteProperties;
import io.hilum.agents.remote.RemoteServer;
import io.hilum.agents.remote.ToolServer;
import io.hilum.agents.remote.ToolServers;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes sessions over one HTTP client, which follows no redirection, keeps no cookie and
 * asks by no proxy. A session offers its server nothing: no sampling, no questions to
 * people, no files.
 */
@Component
class McpConnections implements ToolServers, AutoCloseable {

	private static final McpSchema.Implementation SELF = McpSchema.Implementation.builder("hilum", "1").build();

	private final RemoteProperties properties;

	private final HttpClient http;

	McpConnections(RemoteProperties properties) {
		this.properties = properties;
		this.http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.proxy(HttpClient.Builder.NO_PROXY)
			.connectTimeout(properties.connectTimeout())
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
	}

	@Override
	public ToolServer connect(RemoteServer server) {
		return new McpToolServer(() -> open(server), this.properties.time());
	}

	/** It reads a file and must not be called on an event loop. */
	private McpAsyncClient open(RemoteServer server) {
		URI url = server.url();
		HttpRequest.Builder request = HttpRequest.newBuilder().timeout(this.properties.time());
		server.headers().forEach(request::header);
		String token = token(server);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		var transport = HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
			.endpoint(url.getRawPath().isEmpty() ? "/" : url.getRawPath())
			.clientBuilder(always(this.http))
			.requestBuilder(request)
			.resumableStreams(false)
			.maxResponseSize(Math.toIntExact(this.properties.maxMessage().toBytes()))
			.build();
		return McpClient.async(new OneCall(transport))
			.clientInfo(SELF)
			.capabilities(McpSchema.ClientCapabilities.builder().build())
			.requestTimeout(this.properties.time())
			.initializationTimeout(this.properties.time())
			.build();
	}

	private static @Nullable String token(RemoteServer server) {
		if (server.tokenFile() == null) {
			return server.token();
		}
		try {
			return Files.readString(server.tokenFile()).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the token of the MCP server " + server.id() + " cannot be read", ex);
		}
	}

	/** The SDK makes a client for each session, which would be a thread for each. */
	private static HttpClient.Builder always(HttpClient client) {
		return (HttpClient.Builder) Proxy.newProxyInstance(McpConnections.class.getClassLoader(),
				new Class<?>[] { HttpClient.Builder.class },
				(builder, method, arguments) -> method.getName().equals("build") ? client : builder);
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
