package io.hilum.agents.knowledge;

import java.util.ArrayList;
import java.util.List;

import io.hilum.agents.evidence.Source;
import io.hilum.agents.mandate.Answer;
import io.hilum.agents.mandate.GatewayCalls;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Searches the collections of the hospital by {@code POST /v1/search} of the gateway,
 * under the caller's access lists.
 */
@Component
class CollectionSearch implements Tool {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String PARAMETERS = """
			{"type":"object","additionalProperties":false,"required":["query"],"properties":{
			"query":{"type":"string","minLength":2,"maxLength":1000},
			"limit":{"type":"integer","minimum":1,"maximum":10}}}""";

	private static final ToolDefinition DEFINITION = ToolDefinition.reading("search_collections",
			"Search the documents of the hospital. Each passage has an id by which it is cited", PARAMETERS);

	private static final int LIMIT = 4;

	private final GatewayCalls gateway;

	CollectionSearch(GatewayCalls gateway) {
		this.gateway = gateway;
	}

	@Override
	public ToolDefinition definition() {
		return DEFINITION;
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		if (use.collections().isEmpty()) {
			throw new ToolRefusal("no_collections",
					"The user named no collections to search (hilum.collections of the request)");
		}
		ObjectNode query = JSON.createObjectNode()
			.put("query", arguments.path("query").asString(""))
			.put("limit", arguments.path("limit").asInt(LIMIT));
		use.collections().forEach(query.putArray("collections")::add);
		return this.gateway.post(use.mandate(), "/v1/search", query).map(CollectionSearch::result);
	}

	private static ToolResult result(Answer answer) {
		ArrayNode shown = JSON.createArrayNode();
		List<Source> sources = new ArrayList<>();
		for (JsonNode passage : answer.body().path("passages")) {
			String id = passage.path("id").asString("");
			String title = passage.at("/document/title").asString("");
			String text = passage.path("text").asString("");
			shown.addObject().put("id", id).put("title", title).put("text", text);
			sources.add(new Source(id, PhiText.of(title), PhiText.of(text)));
		}
		return new ToolResult(shown, sources);
	}

}
