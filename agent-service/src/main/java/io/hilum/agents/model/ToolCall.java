package io.hilum.agents.model;

/**
 * A tool as a model calls it.
 *
 * @param id how the model names the call
 * @param name the name of the tool
 * @param arguments the arguments as the model wrote them
 */
public record ToolCall(String id, String name, String arguments) {

	@Override
	public String toString() {
		return "ToolCall[id=" + this.id + "]";
	}

}
