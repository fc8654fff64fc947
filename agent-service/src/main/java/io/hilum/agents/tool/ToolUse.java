package io.hilum.agents.tool;

import java.util.List;

import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.mandate.RecordAccess;
import org.jspecify.annotations.Nullable;

/**
 * Within what a tool is used.
 *
 * @param mandate on whose behalf
 * @param collections the only collections that may be searched; empty = all that the
 * caller may
 * @param record what may be read of the record system, if the client opened a record
 */
public record ToolUse(Mandate mandate, List<String> collections, @Nullable RecordAccess record) {

	public ToolUse {
		collections = List.copyOf(collections);
	}

}
