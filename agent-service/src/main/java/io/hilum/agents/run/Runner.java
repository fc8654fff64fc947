package io.hilum.agents.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.hilum.agents.agent.Brief;
import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.model.Reply;
import io.hilum.agents.model.ToolCall;
import io.hilum.agents.run.ToolTurn.Happening;
import io.hilum.agents.tool.Arguments;
import io.hilum.agents.tool.ToolOutcome;
import io.hilum.agents.tool.ToolProperties;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.Toolbox;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
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
class Runner {

	private final Toolbox toolbox;

	private final ToolProperties properties;

	private final ApprovalProperties approvals;

	Runner(Toolbox toolbox, ToolProperties properties, ApprovalProperties approvals) {
		this.toolbox = toolbox;
		this.properties = properties;
		this.approvals = approvals;
	}

	/**
	 * Run an agent.
	 * @param run what is to be run
	 * @param reach what it reaches beyond itself
	 * @param clock what its time is counted by
	 * @return what is visible of it, the answer last; or an
	 * {@link io.hilum.agents.problem.AgentProblem}
	 */
	Flux<RunEvent> run(Run run, Reach reach, Clock clock) {
		return Flux.defer(() -> new Course(run, reach, clock).step());
	}

	/**
	 * One run under way.
	 */
	private final class Course {

		private final Run run;

		private final Reach reach;

		private final Clock clock;

		private final Conversation conversation;

		private final Ledger ledger;

		private final List<String> tools;

		private final ArrayNode offered;

		private final String submission;

		private final Arguments form;

		Course(Run run, Reach reach, Clock clock) {
			this.run = run;
			this.reach = reach;
			this.clock = clock;
			this.conversation = new Conversation(run);
			this.ledger = new Ledger(run.mandate().run(), run.bounds(), clock);
			Brief brief = run.agent().brief();
			this.tools = reach.tools(run, this.conversation.use());
			this.submission = brief.submission().name();
			this.offered = Runner.this.toolbox.offer(this.tools);
			this.offered.add(brief.submission().toJson());
			this.form = new Arguments(brief.submission(), Runner.this.properties.maxSubmission());
		}

		Flux<RunEvent> step() {
			return Flux.defer(() -> {
				int step = this.ledger.begin();
				long started = System.nanoTime();
				return this.reach
					.ask(this.run, this.conversation.messages(), this.offered, this.conversation.identities())
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

		/** One after the other where a person has to look at one of them. */
		private Flux<RunEvent> calls(int step, List<ToolCall> calls) {
			int most = Math.min(calls.size(), Runner.this.properties.calls());
			boolean waits = calls.subList(0, most).stream().anyMatch((call) -> waits(call));
			this.ledger.called(most);
			return Flux.range(0, most)
				.flatMapSequential((index) -> call(step, index + 1, calls.get(index)),
						waits ? 1 : Runner.this.properties.parallel(), 1)
				.map((happening) -> switch (happening) {
					case Happening.Shown shown -> shown.event();
					case Happening.Made made -> event(step, this.conversation.returned(made.outcome()));
				})
				.doOnComplete(() -> calls.subList(most, calls.size())
					.forEach((call) -> this.conversation.notMade(call.id(), "At most " + most + " calls at once")));
		}

		private boolean waits(ToolCall call) {
			return Runner.this.toolbox.writes(call.name());
		}

		private Flux<Happening> call(int step, int number, ToolCall call) {
			ToolTurn.Place place = new ToolTurn.Place(this.run.mandate().run(), step, step + "-" + number);
			return Flux.create((sink) -> sink.onDispose(made(place, call, sink)));
		}

		private Disposable made(ToolTurn.Place place, ToolCall call, FluxSink<Happening> sink) {
			ToolTurn hands = new ToolTurn(place, this.reach, this.ledger, Runner.this.approvals, this.clock, sink);
			Mono<ToolOutcome> outcome = Runner.this.toolbox.call(call, this.tools, this.conversation.use(), hands);
			return (waits(call) ? outcome
					: outcome.timeout(this.ledger.requireTime())
						.onErrorMap(TimeoutException.class, (ex) -> this.ledger.late()))
				.contextWrite(sink.contextView())
				.subscribe((made) -> sink.next(new Happening.Made(made)), sink::error, sink::complete);
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
