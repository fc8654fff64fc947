package io.hilum.agents.run;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.agents.model.ChatModel;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.tool.Toolbox;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.SignIn;
import io.hilum.trust.text.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Runs agents on record, and does what their owners ask of a run from elsewhere: see it,
 * cancel it, decide what it may write, replay it.
 */
@Component
public class Runs {

	private static final Logger logger = LoggerFactory.getLogger(Runs.class);

	private final Runner runner;

	private final Replay replay;

	private final ChatModel model;

	private final Toolbox toolbox;

	private final Archive archive;

	private final Approvals approvals;

	private final Notes notes;

	private final KeptProperties properties;

	private final Clock clock;

	Runs(Runner runner, Replay replay, ChatModel model, Toolbox toolbox, Archive archive, Approvals approvals,
			Notes notes, KeptProperties properties, Clock clock) {
		this.runner = runner;
		this.replay = replay;
		this.model = model;
		this.toolbox = toolbox;
		this.archive = archive;
		this.approvals = approvals;
		this.notes = notes;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Run an agent. A run whose record cannot be kept goes on without one: it can then
	 * write nothing, and be cancelled by its own connection alone.
	 * @param run what is to be run
	 * @return what is visible of it, the answer last; or an {@link AgentProblem}
	 */
	public Flux<RunEvent> run(Run run) {
		return Flux.defer(() -> {
			Tape tape = Tape.begin(run, this.clock.instant());
			LiveReach reach = new LiveReach(this.model, this.toolbox, this.approvals, tape);
			Flux<RunEvent> events = this.runner.run(run, reach, this.clock).doOnNext(tape::shown);
			return kept(tape).thenMany(cancellable(events, tape))
				.concatWith(Mono.defer(() -> end(tape, "done", null)).then(Mono.empty()))
				.onErrorResume((ex) -> end(tape, failure(ex), problem(ex)).then(Mono.error(ex)))
				.doOnCancel(() -> end(tape, "client_closed", null).subscribe());
		});
	}

	private Flux<RunEvent> cancellable(Flux<RunEvent> events, Tape tape) {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<?> asked = this.notes.await(Archive.cancelling(tape.text("id"))).doOnNext((note) -> cancelled.set(true));
		return events.takeUntilOther(asked)
			.concatWith(Flux.defer(() -> cancelled.get()
					? Flux.concat(Flux.just(new RunEvent.Cancelled(tape.used())), Flux.error(AgentProblem.cancelled()))
					: Flux.empty()));
	}

	private Mono<Void> end(Tape tape, String state, @Nullable AgentProblem problem) {
		return Mono.defer(() -> {
			tape.end(state, this.clock.instant(), problem);
			return kept(tape);
		});
	}

	private Mono<Void> kept(Tape tape) {
		return this.archive.save(tape).onErrorResume((ex) -> {
			logger.warn("Run {} is not on record: {}", tape.text("id"), Origin.of(ex));
			return Mono.empty();
		});
	}

	private static String failure(Throwable thrown) {
		return (thrown instanceof AgentProblem problem && problem.code().equals("run_cancelled")) ? "cancelled"
				: "failed";
	}

	private static @Nullable AgentProblem problem(Throwable thrown) {
		return (thrown instanceof AgentProblem problem) ? problem : null;
	}

	/**
	 * See a run.
	 * @param id its id
	 * @param asker who asks
	 * @return what is on record of its course; 404 if it is not the asker's
	 */
	public Mono<ObjectNode> find(String id, ServiceContext asker) {
		return known(id, asker).map((tape) -> tape.seen(isOwner(tape, asker)));
	}

	/**
	 * Cancel a run, on whichever replica it is. Asking twice is asking once.
	 * @param id its id
	 * @param asker who asks
	 * @return how it stands now
	 */
	public Mono<ObjectNode> cancel(String id, ServiceContext asker) {
		return known(id, asker).flatMap((tape) -> {
			String state = tape.text("state");
			if (state.equals("cancelled")) {
				return Mono.just(state(id, state));
			}
			if (!tape.text("ended_at").isEmpty()) {
				return Mono.error(AgentProblem.conflict("run_ended", "The run has ended before"));
			}
			return this.archive
				.leave(Archive.cancelling(id),
						JsonMapper.shared().createObjectNode().put("by", isOwner(tape, asker) ? "owner" : "supervisor"))
				.thenReturn(state(id, "cancelling"));
		}).onErrorMap((ex) -> !(ex instanceof AgentProblem), Runs::away);
	}

	/**
	 * Decide whether a call that waits may write. Only the first decision counts, only in
	 * time, and only on what was shown.
	 * @param id the id of the run
	 * @param call which of its calls
	 * @param approve whether it may
	 * @param hash what it was shown as
	 * @param asker who decides: a person, signed in
	 * @return the decision
	 */
	public Mono<ObjectNode> decide(String id, String call, boolean approve, String hash, ServiceContext asker) {
		Decision decision = approve ? Decision.APPROVED : Decision.REFUSED;
		return known(id, asker).flatMap((tape) -> {
			requirePerson(asker);
			requireWaiting(tape, call, hash);
			return this.archive.leave(Archive.deciding(id, call), Approvals.note(decision, hash));
		})
			.flatMap((first) -> first ? Mono.just(state(id, decision.word()).put("call", call)) : Mono.error(decided()))
			.onErrorMap((ex) -> !(ex instanceof AgentProblem), Runs::away);
	}

	/** What approves must not be a program, nor what nothing is known of. */
	private static void requirePerson(ServiceContext asker) {
		SignIn signIn = asker.signIn();
		if (asker.keyId() != null || signIn == null || !signIn.person()) {
			throw AgentProblem.forbidden("approval_needs_person",
					"A person who is signed in has to decide this, not a key or an application");
		}
	}

	private void requireWaiting(Tape tape, String call, String hash) {
		var pending = tape.part("pending");
		if (tape.part("decisions").has(call)) {
			throw decided();
		}
		if (!pending.path("call").asString("").equals(call)) {
			throw AgentProblem.conflict("approval_not_waiting", "No such call of the run waits for a decision");
		}
		if (!pending.path("hash").asString("").equals(hash)) {
			throw AgentProblem.conflict("approval_changed", "The decision is on something else than what waits for it");
		}
		if (this.clock.instant().isAfter(Instant.parse(pending.path("expires_at").asString("")))) {
			throw AgentProblem.conflict("approval_expired", "The time for this decision is over: nothing was written");
		}
	}

	private static AgentProblem decided() {
		return AgentProblem.conflict("approval_decided", "This was decided before, or its time was over");
	}

	/**
	 * Run a run again out of its record, and compare.
	 * @param id its id
	 * @param asker who asks
	 * @return whether it is the same, and where it is not; 404 if it is not the asker's
	 * own
	 */
	public Mono<ObjectNode> replay(String id, ServiceContext asker) {
		return known(id, asker).filter((tape) -> isOwner(tape, asker)).flatMap((tape) -> {
			if (tape.text("ended_at").isEmpty()) {
				return Mono.error(AgentProblem.conflict("run_not_ended", "The run has not ended yet"));
			}
			return tape.isWhole() ? this.replay.of(tape) : Mono.error(AgentProblem.conflict("run_not_whole",
					"The run was too long to be kept whole (hilum.runs.kept.max)"));
		}).switchIfEmpty(Mono.error(AgentProblem::unknownRun));
	}

	private Mono<Tape> known(String id, ServiceContext asker) {
		return this.archive.find(id)
			.onErrorMap((ex) -> !(ex instanceof AgentProblem), Runs::away)
			.filter((tape) -> isOwner(tape, asker) || this.properties.supervises(asker.roles()))
			.switchIfEmpty(Mono.error(AgentProblem::unknownRun));
	}

	private static boolean isOwner(Tape tape, ServiceContext asker) {
		return tape.text("subject").equals(asker.subject());
	}

	private static AgentProblem away(Throwable thrown) {
		return AgentProblem.unavailable("Records of runs cannot be reached at the moment. Try again shortly");
	}

	private static ObjectNode state(String id, String state) {
		return JsonMapper.shared().createObjectNode().put("id", id).put("state", state);
	}

}
