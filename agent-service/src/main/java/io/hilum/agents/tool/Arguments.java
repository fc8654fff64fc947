package io.hilum.agents.tool;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the arguments that a model wrote, and lets them through only if they fit the
 * schema of the tool (JSON Schema 2020-12). Thread-safe.
 */
public final class Arguments {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int SHOWN = 5;

	private final ToolDefinition definition;

	private final Schema schema;

	private final int longest;

	/**
	 * Read arguments of a tool.
	 * @param definition the tool
	 * @param longest the longest arguments, in characters
	 */
	public Arguments(ToolDefinition definition, int longest) {
		this.definition = definition;
		this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(definition.parameters());
		this.longest = longest;
	}

	boolean areOf(ToolDefinition definition) {
		return this.definition == definition;
	}

	/**
	 * Read arguments.
	 * @param written what a model wrote
	 * @return the arguments
	 * @throws ToolRefusal if they do not fit
	 */
	public JsonNode read(String written) {
		if (written.length() > this.longest) {
			throw new ToolRefusal("arguments_too_long",
					"The arguments have more than " + this.longest + " characters: send less");
		}
		JsonNode arguments = parse(written.isBlank() ? "{}" : written);
		List<Error> errors = this.schema.validate(arguments);
		if (!errors.isEmpty()) {
			List<String> shown = errors.stream().limit(SHOWN).map(Arguments::place).toList();
			throw new ToolRefusal("arguments_invalid",
					"The arguments do not fit the schema of the tool: " + String.join("; ", shown));
		}
		return arguments;
	}

	private static JsonNode parse(String written) {
		try {
			return JSON.readTree(written);
		}
		catch (JacksonException ex) {
			throw new ToolRefusal("arguments_malformed", "The arguments are no JSON object");
		}
	}

	/** Where and which rule, without the value. */
	private static String place(Error error) {
		return error.getInstanceLocation() + " breaks '" + error.getKeyword() + "'";
	}

}
