package io.hilum.agents.remote;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides whether a tool is what the operator allowed. Without a pin, that is what it was
 * when it was first seen. Pure.
 */
final class Judge {

	private static final int LONGEST_NAME = 64;

	private final RemoteServer server;

	private final AllowedTool allowed;

	private final int maxDefinition;

	Judge(RemoteServer server, AllowedTool allowed, int maxDefinition) {
		this.server = server;
		this.allowed = allowed;
		this.maxDefinition = maxDefinition;
		if (name().length() > LONGEST_NAME) {
			throw new IllegalArgumentException(
					"hilum.mcp.servers.tools: " + name() + " is longer than models take, " + LONGEST_NAME);
		}
	}

	/**
	 * The name of the tool here. No name of ours has two underscores, and no id of a
	 * server has any: it can shadow neither.
	 */
	String name() {
		return this.server.id() + "__" + this.allowed.name().replaceAll("[./]", "_");
	}

	/** Where a tool stands that was not seen yet. It may be one that writes. */
	Standing unseen() {
		ObjectNode any = JsonMapper.shared().createObjectNode().put("type", "object");
		return new Standing("tool_unseen", new ToolDefinition(name(), neutral(), any, true), null, null);
	}

	/**
	 * Where a tool stands now.
	 * @param before where it stood
	 * @param seen what its server says of it, or {@code null} if it does not
	 */
	Standing judge(Standing before, @Nullable RemoteDefinition seen) {
		if (seen == null) {
			return before.refused("tool_gone");
		}
		String hash = seen.hash();
		String accepted = (this.allowed.pin() != null) ? this.allowed.pin() : before.hash();
		if (accepted != null && !accepted.equals(hash)) {
			return before.refused("tool_changed");
		}
		if (before.isOffered()) {
			return before;
		}
		return (seen.length() > this.maxDefinition) ? before.refused("tool_definition_too_long")
				: offered(before, seen, hash);
	}

	private Standing offered(Standing before, RemoteDefinition seen, String hash) {
		try {
			boolean read = this.allowed.pin() != null;
			JsonNode parameters = SchemaForm.reduced(seen.inputSchema(),
					read ? SchemaForm.Reader.MODEL_AFTER_PERSON : SchemaForm.Reader.MODEL);
			schema(parameters);
			ToolDefinition definition = new ToolDefinition(name(), description(seen, read), parameters,
					this.allowed.writes() || seen.saysItWrites());
			JsonNode output = SchemaForm.reduced(seen.outputSchema(), SchemaForm.Reader.NOBODY);
			return new Standing(Standing.OK, definition, hash, output.isObject() ? schema(output) : null);
		}
		catch (ToolRefusal ex) {
			return before.refused(ex.code());
		}
		catch (RuntimeException ex) {
			// Whatever the library makes of a schema that is none.
			return before.refused("tool_schema_unusable");
		}
	}

	private static Schema schema(JsonNode schema) {
		Schema made = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
		made.initializeValidators();
		return made;
	}

	private String description(RemoteDefinition seen, boolean read) {
		String own = this.allowed.description();
		if (own != null) {
			return own;
		}
		return (read && !seen.description().isBlank()) ? seen.description() : neutral();
	}

	private String neutral() {
		return "The tool " + this.allowed.name() + " of the server " + this.server.id();
	}

}
