package io.hilum.agents.run;

import java.util.List;

import io.hilum.agents.model.ChatModel;
import io.hilum.agents.model.Reply;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import io.hilum.agents.tool.Toolbox;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a run reaches beyond itself, put on its record as it comes.
 */
final class LiveReach implements Reach {

	private final ChatModel model;

	private final Toolbox toolbox;

	private final Approvals approvals;

	private final Tape tape;

	LiveReach(ChatModel model, Toolbox toolbox, Approvals approvals, Tape tape) {
		this.model = model;
		this.toolbox = toolbox;
		this.approvals = approvals;
		this.tape = tape;
	}

	/**
	 * Who waits for a whole answer would not learn that something waits for them.
	 */
	@Override
	public List<String> tools(Run run, ToolUse use) {
		List<String> tools = this.toolbox.available(run.agent().brief().tools(), use, run.request().stream());
		this.tape.tools(tools);
		return tools;
	}

	@Override
	public Mono<Reply> ask(Run run, ArrayNode messages, ArrayNode offered, ArrayNode identities) {
		Tape.Question question = Tape.Question.of(messages, offered, identities);
		return this.model.ask(run.mandate(), messages, offered, identities)
			.doOnNext((reply) -> this.tape.said(question, reply))
			.doOnError(AgentProblem.class, (problem) -> this.tape.refused(question, problem));
	}

	@Override
	public Mono<ToolResult> use(String call, Tool tool, JsonNode arguments, ToolUse use) {
		return Mono.defer(() -> this.toolbox.perform(tool, arguments, use))
			.doOnNext((result) -> this.tape.returned(call, result))
			.doOnError((ex) -> this.tape.failed(call, ex));
	}

	@Override
	public Mono<Void> announce(Pending pending) {
		return this.approvals.announce(pending, this.tape);
	}

	@Override
	public Mono<Decision> decide(Pending pending) {
		return this.approvals.decide(pending, this.tape);
	}

}
