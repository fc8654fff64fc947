package io.hilum.routing.completion;

import java.util.List;
import java.util.function.Consumer;

import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.body.BodyEdits;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.Outcome;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.problem.ProblemBody;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.telemetry.GenAiObservations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls the candidates of a plan one after the other until one answers. Only before the
 * first byte: after it, a failure ends the stream with an error event.
 */
final class Attempts {

	private static final Ending SUCCESS = new Ending(UsageOutcome.SUCCESS, 200, null);

	private final Providers providers;

	private final HealthBoard health;

	private final CompletionProperties properties;

	private final Closing closing;

	private final GenAiObservations observations;

	private final RetryBudget retries;

	Attempts(Providers providers, HealthBoard health, CompletionProperties properties, Closing closing,
			GenAiObservations observations) {
		this.providers = providers;
		this.health = health;
		this.properties = properties;
		this.closing = closing;
		this.observations = observations;
		this.retries = new RetryBudget(properties.retryShare());
	}

	Flux<byte[]> run(Journey journey, boolean limited, Consumer<AnswerHead> head) {
		this.retries.earn();
		return attempt(journey, limited, head, 0, null);
	}

	private Flux<byte[]> attempt(Journey journey, boolean limited, Consumer<AnswerHead> head, int number,
			@Nullable ProviderFailure previous) {
		Candidate candidate = next(journey.plan().candidates(), number);
		if (candidate == null) {
			return fail(journey, (previous != null) ? UpstreamProblems.of(previous) : unavailable());
		}
		journey.attempt(candidate);
		Relay relay = relay(journey, candidate, head);
		Flux<byte[]> answer = this.providers.of(candidate.deployment().provider())
			.call(call(journey, candidate, limited))
			.handle((bytes, sink) -> {
				relay.accept(bytes, sink);
				endIfComplete(journey, candidate, relay);
			});
		return this.observations.observe(journey.request().endpoint(), candidate, answer, journey::usage)
			.concatWith(Mono.defer(() -> requireComplete(relay)))
			.onErrorResume(ProviderFailure.class,
					(failure) -> recover(journey, limited, head, number, candidate, relay, failure));
	}

	private @Nullable Candidate next(List<Candidate> candidates, int number) {
		for (int i = 0; i < candidates.size(); i++) {
			Candidate candidate = candidates.get((number + i) % candidates.size());
			if (this.health.tryCall(candidate.deployment().id())) {
				return candidate;
			}
		}
		return null;
	}

	private ProviderCall call(Journey journey, Candidate candidate, boolean limited) {
		CompletionRequest request = journey.request();
		Hold hold = journey.hold();
		Integer maxTokens = (limited && hold != null && hold.maxTokens() > 0) ? Integer.valueOf(hold.maxTokens())
				: null;
		String model = candidate.deployment().model();
		byte[] body = request.body().with(new BodyEdits(model, maxTokens, candidate.deployment().limitField()));
		return new ProviderCall(journey.id(), request.endpoint(), model, body, request.stream(),
				journey.plan().model().maxOutput());
	}

	private Relay relay(Journey journey, Candidate candidate, Consumer<AnswerHead> head) {
		if (journey.request().stream()) {
			return new StreamRelay(journey, (facts) -> {
				journey.emit(candidate, facts);
				head.accept(head(journey, candidate, null));
			}, (int) this.properties.maxEvent().toBytes());
		}
		return new WholeRelay(journey, (facts) -> beginWhole(journey, candidate, head, facts));
	}

	/**
	 * A whole answer is charged before it is sent, so that its cost stands in its head.
	 */
	private void beginWhole(Journey journey, Candidate candidate, Consumer<AnswerHead> head, AnswerFacts facts) {
		journey.emit(candidate, facts);
		UsageRecord usage = this.closing.end(journey, SUCCESS);
		head.accept(head(journey, candidate, (usage != null) ? usage.costNanoUsd() : null));
	}

	private static AnswerHead head(Journey journey, Candidate candidate, @Nullable Long costNanoUsd) {
		Hold hold = journey.hold();
		String model = journey.servedModel();
		return new AnswerHead(journey.id(), (model != null) ? model : candidate.deployment().model(), candidate,
				journey.attempts().size(), (hold != null) ? hold.remainingNanoUsd() : null, costNanoUsd);
	}

	/**
	 * An answer is whole when its last part has come. Clients close on {@code [DONE]},
	 * and that is no leaving early.
	 */
	private void endIfComplete(Journey journey, Candidate candidate, Relay relay) {
		if (relay.complete()) {
			this.health.record(candidate.deployment().id(), Outcome.SUCCESS);
			this.closing.end(journey, SUCCESS);
		}
	}

	private static Mono<byte[]> requireComplete(Relay relay) {
		return relay.complete() ? Mono.empty() : Mono.error(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
	}

	private Flux<byte[]> recover(Journey journey, boolean limited, Consumer<AnswerHead> head, int number,
			Candidate candidate, Relay relay, ProviderFailure failure) {
		if (relay.complete()) {
			return Flux.empty();
		}
		Outcome outcome = UpstreamProblems.outcome(failure);
		this.health.record(candidate.deployment().id(), outcome);
		failure.retryAfter().ifPresent((pause) -> this.health.pause(candidate.deployment().id(), pause));
		if (journey.emitted()) {
			RoutingProblem problem = UpstreamProblems.of(failure);
			this.closing.end(journey, new Ending(UsageOutcome.ERROR, 200, problem.code()));
			return Flux.just(ProblemBody.event(problem));
		}
		journey.attempted(candidate, outcome, (failure.status() > 0) ? failure.status() : null);
		if (mayGoOn(number, failure)) {
			Flux<byte[]> again = Flux.defer(() -> attempt(journey, limited, head, number + 1, failure));
			boolean sameAgain = number + 1 >= journey.plan().candidates().size();
			return sameAgain ? again.delaySubscription(this.properties.retryPause()) : again;
		}
		return fail(journey, UpstreamProblems.of(failure));
	}

	private boolean mayGoOn(int number, ProviderFailure failure) {
		return number + 1 < this.properties.maxAttempts() && UpstreamProblems.mayTryAgain(failure)
				&& this.retries.trySpend();
	}

	private Flux<byte[]> fail(Journey journey, RoutingProblem problem) {
		this.closing.end(journey, new Ending(UsageOutcome.ERROR, problem.status(), problem.code()));
		return Flux.error(new RoutingException(problem));
	}

	private static RoutingProblem unavailable() {
		return new RoutingProblem.Unavailable("upstream_unavailable", "No deployment answers at present");
	}

	/**
	 * The client left: nothing is known about the health of the deployment.
	 * @param journey the journey
	 */
	void abandon(Journey journey) {
		Candidate served = journey.served();
		if (served != null && !journey.ended()) {
			this.health.record(served.deployment().id(), Outcome.IGNORED);
			if (!journey.emitted()) {
				journey.attempted(served, Outcome.IGNORED, null);
			}
		}
		this.closing.end(journey, new Ending(UsageOutcome.ABORTED, 499, "client_left"));
	}

	/**
	 * The time for the request is over.
	 * @param journey the journey
	 * @return what the client is told
	 */
	Flux<byte[]> outOfTime(Journey journey) {
		ProviderFailure failure = ProviderFailure.of(ProviderFailure.Kind.TIMEOUT);
		Candidate served = journey.served();
		if (served != null) {
			this.health.record(served.deployment().id(), Outcome.DROPPED);
			if (!journey.emitted()) {
				journey.attempted(served, Outcome.DROPPED, null);
			}
		}
		RoutingProblem problem = UpstreamProblems.of(failure);
		if (journey.emitted()) {
			this.closing.end(journey, new Ending(UsageOutcome.ERROR, 200, problem.code()));
			return Flux.just(ProblemBody.event(problem));
		}
		return fail(journey, problem);
	}

}
