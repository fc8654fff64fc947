package io.hilum.agents.tool;

import java.util.List;

import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.mandate.RecordAccess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Within what a tool is used.
 *
 * @param mandate on whose behalf
 * @param collections the only collections that may be searched; empty = all that the
 * caller may
 * @param record what may be read of the record system, if the client opened a record
 * @param identities identifiers of people that the run knows, as the gateway takes them
 * @param evidence what the run has seen so far
 */
public record ToolUse(Mandate mandate, List<String> collections, @Nullable RecordAccess record, ArrayNode identities,
		Evidence evidence) {

	public ToolUse {
		collections = List.copyOf(collections);
	}

	/**
	 * The use of a tool where nothing is known of anybody and nothing was seen yet.
	 * @param mandate on whose behalf
	 * @param collections the only collections that may be searched
	 * @param record what may be read of the record system
	 */
	public ToolUse(Mandate mandate, List<String> collections, @Nullable RecordAccess record) {
		this(mandate, collections, record, JsonMapper.shared().createArrayNode(), new Evidence());
	}

	@Override
	public String toString() {
		return "ToolUse[" + this.mandate + "]";
	}

}
