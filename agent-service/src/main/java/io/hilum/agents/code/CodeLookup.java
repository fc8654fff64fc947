package io.hilum.agents.code;

import java.util.List;

import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks up a code set by code or by words.
 */
final class CodeLookup implements Tool {

	private static final String PARAMETERS = """
			{"type":"object","additionalProperties":false,"required":["query"],"properties":{
			"query":{"type":"string","minLength":2,"maxLength":200,
			"description":"a code, the beginning of one, or words of its description"}}}""";

	private final CodeSystem system;

	private final CodeSets sets;

	private final int limit;

	private final ToolDefinition definition;

	CodeLookup(CodeSystem system, String name, CodeSets sets, int limit) {
		this.system = system;
		this.sets = sets;
		this.limit = limit;
		this.definition = ToolDefinition.reading(name,
				"Look up " + system.label() + " by a code or by words of its description", PARAMETERS);
	}

	@Override
	public ToolDefinition definition() {
		return this.definition;
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		return Mono.fromSupplier(() -> ToolResult.of(found(arguments.path("query").asString(""))));
	}

	private JsonNode found(String query) {
		CodeSet set = this.sets.of(this.system);
		List<CodeEntry> entries = set.find(query).map(List::of).orElseGet(() -> set.search(query, this.limit));
		ObjectNode found = JsonMapper.shared().createObjectNode().put("code_set", this.system.label());
		if (this.sets.isExcerpt(this.system)) {
			found.put("warning", "Only a small excerpt of this code set is loaded: most codes cannot be found here");
		}
		ArrayNode codes = found.putArray("codes");
		entries.forEach((entry) -> codes.addObject()
			.put("code", entry.code())
			.put("description", entry.description())
			.put("billable", entry.billable()));
		return found;
	}

}
