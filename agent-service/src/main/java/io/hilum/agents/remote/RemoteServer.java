package io.hilum.agents.remote;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.agents.peer.PeerAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An MCP server.
 *
 * @param id its name here, which comes before the names of its tools
 * @param url its address, by Streamable HTTP
 * @param inside whether it is inside the trust zone; one that is not gets pseudonyms in
 * the place of identifiers
 * @param plainHttp whether it may be asked without TLS
 * @param token what it is shown as a bearer token
 * @param tokenFile the file that holds the token, read anew for each session
 * @param headers what it is sent beside
 * @param tools the tools that may be called
 */
public record RemoteServer(String id, URI url, boolean inside, boolean plainHttp, @Nullable String token,
		@Nullable Path tokenFile, @DefaultValue Map<String, String> headers, @DefaultValue List<AllowedTool> tools) {

	/** No underscore, so that two servers cannot make one name of a tool. */
	private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,19}");

	public RemoteServer {
		headers = Map.copyOf(headers);
		tools = List.copyOf(tools);
		if (id == null || !ID.matcher(id).matches()) {
			throw new IllegalArgumentException(
					"hilum.mcp.servers.id must be lower-case letters, digits and hyphens, at most 20");
		}
		url = PeerAddress.require(url, plainHttp, "hilum.mcp.servers.url of " + id, "plain-http");
		if (token != null && tokenFile != null) {
			throw new IllegalArgumentException("hilum.mcp.servers: " + id + " has both token and token-file");
		}
		Set<String> names = new HashSet<>();
		for (AllowedTool tool : tools) {
			if (!names.add(tool.name())) {
				throw new IllegalArgumentException("hilum.mcp.servers: " + id + " has " + tool.name() + " twice");
			}
		}
	}

	@Override
	public String toString() {
		return "RemoteServer[id=" + this.id + "]";
	}

}
