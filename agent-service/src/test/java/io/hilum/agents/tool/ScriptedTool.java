package io.hilum.agents.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A tool that does as it is told, and remembers what it was asked.
 */
public final class ScriptedTool implements Tool {

	private final ToolDefinition definition;

	private final Function<JsonNode, Mono<ToolResult>> script;

	private final List<JsonNode> asked = new ArrayList<>();

	/**
	 * Create a tool.
	 * @param definition what a model is told of it
	 * @param script what it does
	 */
	public ScriptedTool(ToolDefinition definition, Function<JsonNode, Mono<ToolResult>> script) {
		this.definition = definition;
		this.script = script;
	}

	@Override
	public ToolDefinition definition() {
		return this.definition;
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		this.asked.add(arguments);
		return this.script.apply(arguments);
	}

	/**
	 * What it was asked.
	 * @return the arguments of each call
	 */
	public List<JsonNode> asked() {
		return this.asked;
	}

}
