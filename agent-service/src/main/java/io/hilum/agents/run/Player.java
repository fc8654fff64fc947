package io.hilum.agents.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hilum.agents.model.Reply;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import io.hilum.agents.tool.Toolbox;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Answers a run out of the record of an earlier one, and notes where the run asks
 * otherwise. Reaches no model, tool or person. For one replay; not thread-safe.
 */
final class Player implements Reach {

	private final Tape tape;

	private final Toolbox toolbox;

	private final JsonNode replies;

	private final JsonNode results;

	private final JsonNode decisions;

	private final List<Difference> differences = new ArrayList<>();

	private final Sinks.Empty<Void> over = Sinks.empty();

	private int step;

	Player(Tape tape, Toolbox toolbox) {
		this.tape = tape;
		this.toolbox = toolbox;
		this.replies = tape.part("replies");
		this.results = tape.part("results");
		this.decisions = tape.part("decisions");
	}

	/** When the record has no more to say. */
	Mono<Void> over() {
		return this.over.asMono();
	}

	Optional<Difference> first() {
		return this.differences.stream().findFirst();
	}

	void differ(String what, String recorded, String found) {
		this.differences.add(new Difference(this.step, what, recorded, found));
	}

	@Override
	public List<String> tools(Run run, ToolUse use) {
		return this.tape.names("tools")
			.stream()
			.filter((name) -> this.toolbox.isOf(name, run.agent().brief().tools(), run.mandate().agent()))
			.toList();
	}

	@Override
	public Mono<Reply> ask(Run run, ArrayNode messages, ArrayNode offered, ArrayNode identities) {
		return Mono.defer(() -> {
			JsonNode entry = this.replies.path(this.step);
			this.step++;
			if (entry.isMissingNode()) {
				return ended();
			}
			Tape.Question question = Tape.Question.of(messages, offered, identities);
			compare(entry, "instructions", question.instructions());
			compare(entry, "offered", question.tools());
			compare(entry, "messages", question.messages());
			return entry.has("problem") ? Mono.error(Tape.problem(entry.path("problem")))
					: Mono.just(Tape.reply(entry));
		});
	}

	private void compare(JsonNode entry, String what, String found) {
		String recorded = entry.path(what).asString("");
		if (!recorded.equals(found)) {
			differ(what, recorded, found);
		}
	}

	private <T> Mono<T> ended() {
		this.over.tryEmitEmpty();
		return Mono.never();
	}

	@Override
	public Mono<ToolResult> use(String call, Tool tool, JsonNode arguments, ToolUse use) {
		JsonNode entry = this.results.path(call);
		return entry.isMissingNode() ? ended() : Tape.outcome(entry);
	}

	@Override
	public Mono<Void> announce(Pending pending) {
		return Mono.empty();
	}

	@Override
	public Mono<Decision> decide(Pending pending) {
		JsonNode entry = this.decisions.path(pending.call());
		if (entry.isMissingNode()) {
			return ended();
		}
		compare(entry, "hash", pending.hash());
		return Decision.of(entry.path("decision").asString("")).map(Mono::just).orElseGet(this::ended);
	}

	/**
	 * Where a replay is not as the run was.
	 *
	 * @param step the number of the step, from 1
	 * @param what what differs
	 * @param recorded how it was, without text of the record
	 * @param found how it is
	 */
	record Difference(int step, String what, String recorded, String found) {
	}

}
