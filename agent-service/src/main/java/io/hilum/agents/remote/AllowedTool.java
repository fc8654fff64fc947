package io.hilum.agents.remote;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A tool of an MCP server that may be called.
 *
 * @param name its name at the server
 * @param roles callers of these roles may have it called
 * @param agents these agents have it
 * @param writes whether it changes anything; a tool is taken for one that does unless it
 * is said that it does not
 * @param pin the only definition that is accepted, as {@code sha256:} and 64 digits
 * @param description what models are told of it; else, of a pinned one, what its server
 * says
 */
public record AllowedTool(String name, @DefaultValue Set<String> roles, @DefaultValue Set<String> agents,
		@DefaultValue("true") boolean writes, @Nullable String pin, @Nullable String description) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,128}");

	private static final Pattern PIN = Pattern.compile("sha256:[0-9a-f]{64}");

	public AllowedTool {
		roles = Set.copyOf(roles);
		agents = Set.copyOf(agents);
		if (name == null || !NAME.matcher(name).matches()) {
			throw new IllegalArgumentException(
					"hilum.mcp.servers.tools.name must be letters, digits, '.', '_', '/' and '-'");
		}
		if (roles.isEmpty() || agents.isEmpty()) {
			throw new IllegalArgumentException(
					"hilum.mcp.servers.tools: " + name + " is for nobody: name roles and agents");
		}
		if (pin != null && !PIN.matcher(pin).matches()) {
			throw new IllegalArgumentException(
					"hilum.mcp.servers.tools: the pin of " + name + " must be sha256: and 64 digits");
		}
	}

}
