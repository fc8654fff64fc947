package io.hilum.agents.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.hilum.agents.tool.Hands;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolOutcome;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The hands of one call of a run. What writes is made known, waits for a person, and is
 * then called with exactly what was shown.
 */
final class ToolTurn implements Hands {

	private final Place place;

	private final Reach reach;

	private final Ledger ledger;

	private final ApprovalProperties approvals;

	private final Clock clock;

	private final FluxSink<Happening> sink;

	ToolTurn(Place place, Reach reach, Ledger ledger, ApprovalProperties approvals, Clock clock,
			FluxSink<Happening> sink) {
		this.place = place;
		this.reach = reach;
		this.ledger = ledger;
		this.approvals = approvals;
		this.clock = clock;
		this.sink = sink;
	}

	@Override
	public Mono<ToolResult> use(Tool tool, JsonNode arguments, ToolUse use) {
		return this.reach.use(this.place.call(), tool, arguments, use);
	}

	@Override
	public Mono<Void> approve(Tool tool, JsonNode draft) {
		Instant since = this.clock.instant();
		Pending pending = new Pending(this.place.run(), this.place.call(), tool.definition().name(), draft,
				this.ledger.waitUntil(this.approvals.time()));
		return this.reach.announce(pending).then(Mono.defer(() -> {
			show(new RunEvent.Approval(this.place.step(), pending));
			return this.reach.decide(pending).doOnNext((decision) -> this.ledger.waited(since));
		})).flatMap((decision) -> decided(decision).<Void>then()).takeUntilOther(beats(pending));
	}

	private Mono<Void> decided(Decision decision) {
		show(new RunEvent.Decided(this.place.step(), this.place.call(), decision));
		return (decision == Decision.APPROVED) ? Mono.empty()
				: Mono.error(new ToolRefusal("approval_" + decision.word(), decision.told()));
	}

	/** Never ends by itself. */
	private Flux<Long> beats(Pending pending) {
		return Flux.interval(this.approvals.beat())
			.onBackpressureDrop()
			.doOnNext((beat) -> show(new RunEvent.Waiting(this.place.step(), this.place.call(),
					Math.max(0, Duration.between(this.clock.instant(), pending.expires()).toSeconds()))))
			.ignoreElements()
			.flux();
	}

	private void show(RunEvent event) {
		this.sink.next(new Happening.Shown(event));
	}

	/**
	 * Where in a run a call is.
	 *
	 * @param run the id of the run
	 * @param step the number of the step
	 * @param call which call of the run
	 */
	record Place(String run, int step, String call) {
	}

	/**
	 * What happens while a call is made.
	 */
	sealed interface Happening {

		/** Something that is visible. */
		record Shown(RunEvent event) implements Happening {
		}

		/** The call was made, or not. */
		record Made(ToolOutcome outcome) implements Happening {
		}

	}

}
