package io.hilum.agents.remote;

import io.hilum.agents.fingerprint.Fingerprint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server says of a tool: {@code name}, {@code title}, {@code description},
 * {@code inputSchema}, {@code outputSchema} and {@code annotations}, as MCP names them.
 *
 * @param json what it says
 */
public record RemoteDefinition(ObjectNode json) {

	private static final JsonMapper SORTED = JsonMapper.builder()
		.enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
		.build();

	/**
	 * What changes if anything of it changes, and with nothing else.
	 * @return {@code sha256:} and 64 hexadecimal digits, of its JSON without spaces,
	 * fields sorted by name
	 */
	public String hash() {
		return Fingerprint.of(SORTED.writeValueAsString(this.json));
	}

	int length() {
		return this.json.toString().length();
	}

	String description() {
		return this.json.path("description").asString("");
	}

	JsonNode inputSchema() {
		return this.json.path("inputSchema");
	}

	JsonNode outputSchema() {
		return this.json.path("outputSchema");
	}

	/**
	 * Whether the server itself says that the tool changes something. That it says the
	 * contrary counts for nothing.
	 */
	boolean saysItWrites() {
		JsonNode annotations = this.json.path("annotations");
		return says(annotations, "destructiveHint", true) || says(annotations, "readOnlyHint", false);
	}

	private static boolean says(JsonNode annotations, String hint, boolean value) {
		return annotations.path(hint).isBoolean() && annotations.path(hint).booleanValue() == value;
	}

	@Override
	public String toString() {
		return "RemoteDefinition[" + hash() + "]";
	}

}
