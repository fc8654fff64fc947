package io.hilum.agents.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model is told of a tool.
 *
 * @param name its name
 * @param description what it is for
 * @param parameters the JSON schema of its arguments
 * @param writes whether it changes anything; such a tool needs a person's approval
 */
public record ToolDefinition(String name, String description, JsonNode parameters, boolean writes) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * A tool that changes nothing.
	 * @param name its name
	 * @param description what it is for
	 * @param parameters the JSON schema of its arguments
	 * @return the definition
	 */
	public static ToolDefinition reading(String name, String description, String parameters) {
		return new ToolDefinition(name, description, JSON.readTree(parameters), false);
	}

	/**
	 * A tool that changes something, once a person has approved each call.
	 * @param name its name
	 * @param description what it is for
	 * @param parameters the JSON schema of its arguments
	 * @return the definition
	 */
	public static ToolDefinition writing(String name, String description, String parameters) {
		return new ToolDefinition(name, description, JSON.readTree(parameters), true);
	}

	/**
	 * The definition in OpenAI's form.
	 * @return a tool
	 */
	public ObjectNode toJson() {
		ObjectNode tool = JSON.createObjectNode().put("type", "function");
		tool.putObject("function")
			.put("name", this.name)
			.put("description", this.description)
			.set("parameters", this.parameters);
		return tool;
	}

}
