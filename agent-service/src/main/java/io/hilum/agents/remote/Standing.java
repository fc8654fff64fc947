package io.hilum.agents.remote;

import com.networknt.schema.Schema;
import io.hilum.agents.tool.ToolDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Where a tool stands.
 *
 * @param verdict {@code ok}, or the code of why it is not offered
 * @param definition what models are told of it
 * @param hash the definition of its server that this is made of, if it was seen
 * @param output what its results must fit, if it promised anything
 */
record Standing(String verdict, ToolDefinition definition, @Nullable String hash, @Nullable Schema output) {

	static final String OK = "ok";

	boolean isOffered() {
		return this.verdict.equals(OK);
	}

	Standing refused(String code) {
		return new Standing(code, this.definition, this.hash, this.output);
	}

}
