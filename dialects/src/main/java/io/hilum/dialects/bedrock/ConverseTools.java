package io.hilum.dialects.bedrock;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools that a model may call: {@code tools}, {@code tool_choice} and
 * {@code parallel_tool_calls} to {@code toolConfig}. Converse cannot say that a tool may
 * not be called, so that with {@code tool_choice} {@code none} no tool is sent at all.
 */
final class ConverseTools {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

	private final ArrayNode tools = Json.mapper().createArrayNode();

	private final ObjectNode choice = Json.object();

	private final RequestFields fields;

	private @Nullable Set<String> allowed;

	private boolean none;

	private ConverseTools(RequestFields fields) {
		this.fields = fields;
	}

	static ConverseTools read(RequestFields fields) {
		ConverseTools read = new ConverseTools(fields);
		read.readChoice(fields.take("tool_choice"));
		JsonNode tools = fields.take("tools");
		for (int i = 0; i < tools.size(); i++) {
			read.readTool(tools.path(i), "tools[" + i + "]");
		}
		return read;
	}

	/**
	 * Whether the model may call tools. If not, calls and results of the conversation
	 * must not stand in the request as such, because Converse then wants
	 * {@code toolConfig}.
	 */
	boolean callable() {
		return !this.none && !this.tools.isEmpty();
	}

	void write(ObjectNode body, ObjectNode extra, ModelFamily family) {
		JsonNode parallel = this.fields.take("parallel_tool_calls");
		if (!callable()) {
			return;
		}
		ObjectNode config = body.putObject("toolConfig");
		config.set("tools", this.tools);
		if (parallel.isBoolean() && !parallel.asBoolean()) {
			oneAtATime(extra, family);
		}
		else if (!this.choice.isEmpty()) {
			config.set("toolChoice", this.choice);
		}
	}

	/**
	 * Converse has no word for it. Claude takes Anthropic's, which then must say the
	 * choice too, as Bedrock accepts only one of both.
	 */
	private void oneAtATime(ObjectNode extra, ModelFamily family) {
		if (!family.isClaude()) {
			throw this.fields.unsupported("parallel_tool_calls");
		}
		ObjectNode anthropics = extra.putObject("tool_choice");
		String type = this.choice.propertyNames().stream().findFirst().orElse("auto");
		anthropics.put("type", type).put("disable_parallel_tool_use", true);
		if (type.equals("tool")) {
			anthropics.set("name", this.choice.path("tool").path("name"));
		}
	}

	private void readChoice(JsonNode asked) {
		String word = asked.isObject() ? asked.path("type").asString("function") : asked.asString("auto");
		switch (word) {
			case "auto" -> {
				if (!asked.isMissingNode()) {
					this.choice.putObject("auto");
				}
			}
			case "none" -> this.none = true;
			case "required", "any" -> this.choice.putObject("any");
			case "function" ->
				this.choice.putObject("tool").put("name", asked.path("function").path("name").asString(""));
			case "allowed_tools" -> readAllowed(asked.path("allowed_tools"));
			default -> throw this.fields.unsupported("tool_choice");
		}
	}

	/** Tools that are not allowed now are not sent. */
	private void readAllowed(JsonNode asked) {
		Set<String> names = new HashSet<>();
		asked.path("tools").forEach((tool) -> names.add(tool.path("function").path("name").asString("")));
		this.allowed = names;
		this.choice.putObject(asked.path("mode").asString("").equals("required") ? "any" : "auto");
	}

	private void readTool(JsonNode value, String path) {
		RequestFields tool = new RequestFields(ConverseRequest.requireObject(this.fields, path, value), path,
				ConverseRequest.PROVIDER);
		if (!tool.take("type").asString("function").equals("function")) {
			throw tool.unsupported("type");
		}
		ObjectNode object = ConverseRequest.requireObject(tool, "function", tool.take("function"));
		RequestFields function = new RequestFields(object, path + ".function", ConverseRequest.PROVIDER);
		ObjectNode spec = spec(function);
		ObjectNode cachePoint = CachePoint.of(tool);
		cachePoint = (cachePoint != null) ? cachePoint : CachePoint.of(function);
		tool.requireAllRead();
		function.requireAllRead();
		if (this.allowed != null && !this.allowed.contains(spec.path("name").asString())) {
			return;
		}
		this.tools.addObject().set("toolSpec", spec);
		if (cachePoint != null) {
			this.tools.add(cachePoint);
		}
	}

	private static ObjectNode spec(RequestFields function) {
		ObjectNode spec = Json.object().put("name", requireName(function));
		JsonNode description = function.take("description");
		if (!description.asString("").isBlank()) {
			spec.set("description", description);
		}
		JsonNode schema = function.take("parameters");
		spec.putObject("inputSchema")
			.set("json", (schema instanceof ObjectNode object && !object.isEmpty()) ? object : noParameters());
		if (function.take("strict").asBoolean(false)) {
			spec.put("strict", true);
		}
		return spec;
	}

	static String requireName(RequestFields function) {
		String name = ConverseRequest.requireText(function, "name");
		if (NAME.matcher(name).matches()) {
			return name;
		}
		throw function.invalid("name", ConverseRequest.PROVIDER
				+ " takes names of tools of up to 64 letters, digits, _ and - (" + function.pathOf("name") + ")");
	}

	private static ObjectNode noParameters() {
		ObjectNode schema = Json.object().put("type", "object");
		schema.putObject("properties");
		return schema;
	}

}
