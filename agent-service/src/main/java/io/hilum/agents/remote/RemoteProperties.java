package io.hilum.agents.remote;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * MCP servers whose tools agents may call. Nothing is asked of a server that is not here,
 * and of one that is no tool but those that it is listed with.
 *
 * @param servers the servers
 * @param connectTimeout how long a connection may take
 * @param time how long one call may take with its session
 * @param refresh how often the definitions of tools are looked at
 * @param maxMessage the largest message that is read of a server
 * @param maxDefinition the longest definition of a tool, in characters
 * @param calls how many calls of one server a run makes at most
 * @param parallel how many calls of one server are under way in this process at most; the
 * others are refused
 */
@ConfigurationProperties("hilum.mcp")
public record RemoteProperties(@DefaultValue List<RemoteServer> servers, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("15s") Duration time, @DefaultValue("1m") Duration refresh,
		@DefaultValue("256KB") DataSize maxMessage, @DefaultValue("16000") int maxDefinition,
		@DefaultValue("20") int calls, @DefaultValue("16") int parallel) {

	public RemoteProperties {
		servers = List.copyOf(servers);
		Set<String> ids = new HashSet<>();
		for (RemoteServer server : servers) {
			if (!ids.add(server.id())) {
				throw new IllegalArgumentException("hilum.mcp.servers has " + server.id() + " twice");
			}
		}
	}

}
