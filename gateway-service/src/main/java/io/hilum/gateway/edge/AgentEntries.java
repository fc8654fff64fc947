package io.hilum.gateway.edge;

import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.Agent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds agents to the list of models: each is as its model is, but for its name. One whose
 * model is not in the list is not either. Pure.
 */
final class AgentEntries {

	private static final JsonMapper JSON = JsonMapper.shared();

	private AgentEntries() {
	}

	static byte[] added(byte[] body, AccessPolicy policy, List<String> roles) {
		if (policy.agents().isEmpty() || !(JSON.readTree(body) instanceof ObjectNode list)
				|| !(list.get("data") instanceof ArrayNode data)) {
			return body;
		}
		List<JsonNode> entries = new ArrayList<>();
		policy.agents()
			.values()
			.stream()
			.filter((agent) -> agent.roles().stream().anyMatch(roles::contains))
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.forEach((agent) -> data.forEach((model) -> addAgent(entries, agent, model)));
		data.addAll(entries);
		return JSON.writeValueAsBytes(list);
	}

	private static void addAgent(List<JsonNode> entries, Agent agent, JsonNode model) {
		if (agent.model().equals(model.path("id").asString("")) && model.deepCopy() instanceof ObjectNode entry) {
			entry.put("id", agent.name()).put("owned_by", "hilum");
			entry.withObjectProperty("hilum").putObject("agent").put("model", agent.model());
			entries.add(entry);
		}
	}

}
