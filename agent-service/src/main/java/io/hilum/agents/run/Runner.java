package io.hilum.agents.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.hilum.agents.agent.Brief;
import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.model.ChatModel;
import io.hilum.agents.model.Reply;
import io.hilum.agents.model.ToolCall;
import io.hilum.agents.tool.Arguments;
import io.hilum.agents.tool.ToolOutcome;
import io.hilum.agents.tool.ToolProperties;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.Toolbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import org.springframework.stereotype.Component;

/**
 * The loop: ask the model, call the tools that it names, show it their results, and so on
 * until it hands in and what it hands in was checked. Every turn of the loop is within
 * the bounds, and cancelling it cancels whatever it waits for. START HERE.
 */
@Component
public class Runner {

	private final ChatModel model;

	private final Toolbox toolbox;

	private final ToolProperties properties;

	private final Clock clock;

	Runner(ChatModel model, Toolbox toolbox, ToolProperties properties, Clock clock) {
		this.model = model;
		this.toolbox = toolbox;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Run an agent.
	 * @param run what is to be run
	 * @return what is visible of it, the answer last; or an
	 * {@link io.hilum.agents.problem.AgentProblem}
	 */
	public Flux<RunEvent> run(Run run) {
		return Flux.defer(() -> new Course(run).step());
	}

	/**
	 * One run under way.
	 */
	private final class Course {

		private final Run run;

		private final Conversation conversation;

		private final Ledger ledger;

		private final List<String> tools;

		private final ArrayNode offered;

		private final String submission;

		private final Arguments form;

		Course(Run run) {
			this.run = run;
			this.conversation = new Conversation(run);
			this.ledger = new Ledger(run.mandate().run(), run.bounds(), Runner.this.clock);
			Brief brief = run.agent().brief();
			this.tools = Runner.this.toolbox.available(brief.tools(), this.conversation.use());
			this.submission = brief.submission().name();
			this.offered = Runner.this.toolbox.offer(this.tools);
			this.offered.add(brief.submission().toJson());
			this.form = new Arguments(brief.submission(), Runner.this.properties.maxSubmission());
		}

		Flux<RunEvent> step() {
			return Flux.defer(() -> {
				int step = this.ledger.begin();
				long started = System.nanoTime();
				return Runner.this.model
					.ask(this.run.mandate(), this.conversation.messages(), this.offered, this.conversation.identities())
					.timeout(this.ledger.requireTime())
					.onErrorMap(TimeoutException.class, (ex) -> this.ledger.late())
					.flatMapMany((reply) -> said(step, reply, (System.nanoTime() - started) / 1_000_000));
			});
		}

		private Flux<RunEvent> said(int step, Reply reply, long millis) {
			this.ledger.took(reply);
			this.conversation.said(reply);
			RunEvent asked = new RunEvent.Asked(step, reply.calls().size(), reply.input(), reply.output(),
					reply.nanoUsd(), millis);
			return Flux.concat(Flux.just(asked), Flux.defer(() -> next(step, reply)));
		}

		private Flux<RunEvent> next(int step, Reply reply) {
			for (ToolCall call : reply.calls()) {
				if (call.name().equals(this.submission)) {
					return handedIn(step, reply, call);
				}
			}
			if (reply.calls().isEmpty()) {
				List<String> all = new ArrayList<>(this.tools);
				all.add(this.submission);
				this.conversation.remind(all);
				return Flux.concat(Flux.just(new RunEvent.SentBack(step, "not_handed_in")), step());
			}
			return Flux.concat(calls(step, reply.calls()), step());
		}

		private Flux<RunEvent> calls(int step, List<ToolCall> calls) {
			int most = Math.min(calls.size(), Runner.this.properties.calls());
			this.ledger.called(most);
			return Flux.fromIterable(calls.subList(0, most))
				.flatMapSequential(this::call, Runner.this.properties.parallel(), 1)
				.map(this.conversation::returned)
				.map((outcome) -> event(step, outcome))
				.doOnComplete(() -> calls.subList(most, calls.size())
					.forEach((call) -> this.conversation.notMade(call.id(), "At most " + most + " calls at once")));
		}

		private Mono<ToolOutcome> call(ToolCall call) {
			return Runner.this.toolbox.call(call, this.tools, this.conversation.use())
				.timeout(this.ledger.requireTime())
				.onErrorMap(TimeoutException.class, (ex) -> this.ledger.late());
		}

		private RunEvent event(int step, ToolOutcome outcome) {
			String name = outcome.call().name();
			return new RunEvent.Called(step, this.tools.contains(name) ? name : "unknown", outcome.outcome(),
					outcome.content().length());
		}

		private Flux<RunEvent> handedIn(int step, Reply reply, ToolCall handedIn) {
			JsonNode content;
			try {
				content = this.form.read(handedIn.arguments());
			}
			catch (ToolRefusal ex) {
				reply.calls().forEach((call) -> this.conversation.notMade(call.id(), String.valueOf(ex.getMessage())));
				return Flux.concat(Flux.just(new RunEvent.SentBack(step, ex.code())), step());
			}
			Conclusion conclusion = this.run.agent().conclude(content, this.conversation.evidence());
			return Flux.just(new RunEvent.Answered(conclusion.text(),
					this.ledger.record(conclusion.kept(), conclusion.dropped())));
		}

	}

}
