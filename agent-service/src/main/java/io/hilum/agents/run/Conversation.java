package io.hilum.agents.run;

import java.util.List;
import java.util.stream.Collectors;

import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.evidence.Source;
import io.hilum.agents.model.Reply;
import io.hilum.agents.tool.ToolOutcome;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolUse;
import io.hilum.trust.text.PhiText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was said in a run, and what it has seen. What comes from outside is said by the
 * user or by a tool, never by the system. One per run; not thread-safe.
 */
final class Conversation {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Run run;

	private final ArrayNode messages = JSON.createArrayNode();

	private final Evidence evidence = new Evidence();

	private final Identities identities;

	Conversation(Run run) {
		this.run = run;
		this.identities = new Identities(run.request().identities());
		say("system", run.agent().brief().instructions());
		run.request().turns().forEach((turn) -> say(turn.role(), turn.text().reveal()));
		String note = run.request()
			.turns()
			.stream()
			.filter((turn) -> turn.role().equals("user"))
			.map((turn) -> turn.text().reveal())
			.collect(Collectors.joining("\n"));
		this.evidence.add(new Source(Source.NOTE, PhiText.of("What the user wrote"), PhiText.of(note)));
	}

	private void say(String role, String text) {
		this.messages.addObject().put("role", role).put("content", text);
	}

	ArrayNode messages() {
		return this.messages;
	}

	Evidence evidence() {
		return this.evidence;
	}

	/** What is known to be an identifier in any of the messages. */
	ArrayNode identities() {
		return this.identities.all();
	}

	ToolUse use() {
		return new ToolUse(this.run.mandate(), this.run.request().collections(), this.run.request().record(),
				this.identities.all(), this.evidence);
	}

	void said(Reply reply) {
		this.messages.add(reply.message());
	}

	/**
	 * Show the model how a call went.
	 * @return how it went, or that it is not shown, since not all identifiers in it can
	 * be told to the gateway
	 */
	ToolOutcome returned(ToolOutcome outcome) {
		ToolOutcome shown = this.identities.add(outcome.identities()) ? outcome
				: ToolOutcome.refused(outcome.call(), ToolRefusal.tooManyIdentifiers());
		this.messages.add(shown.toMessage());
		shown.sources().forEach(this.evidence::add);
		return shown;
	}

	/**
	 * Answer a call without having made it: each must be answered.
	 * @param id the id of the call
	 * @param why why not
	 */
	void notMade(String id, String why) {
		ObjectNode error = JSON.createObjectNode();
		error.putObject("error").put("message", why);
		this.messages.addObject().put("role", "tool").put("tool_call_id", id).put("content", error.toString());
	}

	void remind(List<String> tools) {
		say("user", "Nobody sees what you write. Call one of: " + String.join(", ", tools) + ".");
	}

}
