package io.hilum.agents.tool;

import java.util.List;

import io.hilum.agents.evidence.Identity;
import io.hilum.agents.evidence.Source;
import io.hilum.agents.model.ToolCall;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a call went.
 *
 * @param call the call
 * @param outcome {@code ok}, or the code of what went wrong
 * @param content what the model is shown, as JSON
 * @param sources the texts in it that may be cited
 * @param identities identifiers of people that are known to be in it
 */
public record ToolOutcome(ToolCall call, String outcome, String content, List<Source> sources,
		List<Identity> identities) {

	/**
	 * A call of which nothing is shown.
	 * @param call the call
	 * @param refusal why
	 * @return the outcome
	 */
	public static ToolOutcome refused(ToolCall call, ToolRefusal refusal) {
		ObjectNode error = JsonMapper.shared().createObjectNode();
		error.putObject("error").put("code", refusal.code()).put("message", String.valueOf(refusal.getMessage()));
		return new ToolOutcome(call, refusal.code(), error.toString(), List.of(), List.of());
	}

	/**
	 * The message that shows it to the model: that of a tool, never of the system.
	 * @return the message in OpenAI's form
	 */
	public ObjectNode toMessage() {
		return JsonMapper.shared()
			.createObjectNode()
			.put("role", "tool")
			.put("tool_call_id", this.call.id())
			.put("content", this.content);
	}

	@Override
	public String toString() {
		return "ToolOutcome[outcome=" + this.outcome + "]";
	}

}
