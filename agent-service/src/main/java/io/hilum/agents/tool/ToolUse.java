package io.hilum.agents.tool;

import java.util.List;

import io.hilum.agents.mandate.Mandate;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Within what a tool is used.
 *
 * @param mandate on whose behalf
 * @param collections the only collections that may be searched; empty = all that the
 * caller may
 * @param recordToken the caller's own token for the record system, if the client sent one
 */
public record ToolUse(Mandate mandate, List<String> collections, @Nullable PhiText recordToken) {

	public ToolUse {
		collections = List.copyOf(collections);
	}

}
