package io.hilum.routing.completion;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import io.hilum.routing.body.BodyEdits;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.exit.ExitGuard;
import io.hilum.routing.health.Outcome;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.problem.ProblemBody;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderCall.HeaderRules;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.telemetry.GenAiObservations;
import io.hilum.routing.transform.AnswerTransformation;
import io.hilum.routing.transform.Transform;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls the candidates of a plan one after the other until one answers. Only before the
 * first byte: after it, a failure ends the stream with an error event.
 */
final class Attempts {

	private final Providers providers;

	private final Admissions admissions;

	private final Retries retries;

	private final CompletionProperties properties;

	private final Closing closing;

	private final GenAiObservations observations;

	private final ProviderUsers users;

	private final ExitGuard guard;

	Attempts(Providers providers, Admissions admissions, Retries retries, CompletionProperties properties,
			Closing closing, GenAiObservations observations, ProviderUsers users, ExitGuard guard) {
		this.providers = providers;
		this.admissions = admissions;
		this.retries = retries;
		this.properties = properties;
		this.closing = closing;
		this.observations = observations;
		this.users = users;
		this.guard = guard;
	}

	Flux<byte[]> run(Journey journey, boolean limited, Consumer<AnswerHead> head) {
		this.retries.earn();
		Course course = new Course(journey.plan(), this.properties.retryPause());
		return attempt(new Errand(journey, limited, head, course), null);
	}

	private Flux<byte[]> attempt(Errand errand, @Nullable ProviderFailure previous) {
		Journey journey = errand.journey();
		Admission admission = this.admissions.next(errand.course());
		if (admission == null) {
			return fail(journey, (previous != null) ? UpstreamProblems.of(previous) : unavailable());
		}
		Candidate candidate = admission.candidate();
		journey.attempt(admission);
		Relay relay = relay(errand, admission);
		Flux<byte[]> answer = this.providers.of(candidate.deployment().provider())
			.call(call(errand, candidate))
			.map((bytes) -> pass(bytes, journey, admission, relay))
			.takeUntil((bytes) -> relay.failed())
			.filter((bytes) -> bytes.length > 0);
		return this.observations.observe(journey.request().endpoint(), candidate, answer, journey::usage)
			.concatWith(Mono.defer(() -> ended(journey, admission, relay)))
			.doFinally((signal) -> admission.end(journey.usedTokens()))
			.onErrorResume(ProviderFailure.class, (failure) -> recover(errand, admission, relay, failure));
	}

	private byte[] pass(byte[] bytes, Journey journey, Admission admission, Relay relay) {
		long longest = Math.min(this.properties.maxAnswer().toBytes(), journey.transform().maxAnswer());
		if (journey.received(bytes.length) > longest) {
			throw ProviderFailure.of(ProviderFailure.Kind.BROKEN);
		}
		byte[] passedOn = relay.accept(bytes);
		endIfComplete(journey, admission, relay);
		return dropped(passedOn, journey);
	}

	private static byte[] dropped(byte[] answer, Journey journey) {
		Set<String> drop = journey.transform().drop();
		if (drop.isEmpty() || answer.length == 0) {
			return answer;
		}
		return journey.request().stream() ? AnswerTransformation.events(answer, drop)
				: AnswerTransformation.whole(answer, drop);
	}

	private ProviderCall call(Errand errand, Candidate candidate) {
		Journey journey = errand.journey();
		CompletionRequest request = journey.request();
		Hold hold = journey.hold();
		Integer maxTokens = (errand.limited() && hold != null && hold.maxTokens() > 0)
				? Integer.valueOf(hold.maxTokens()) : null;
		String model = candidate.deployment().model();
		byte[] body = request.body().with(new BodyEdits(model, maxTokens, candidate.deployment().limitField()));
		byte[] known = this.users.apply(body, request.endpoint(), candidate.deployment().provider().type(),
				request.caller().subject());
		Transform transform = journey.transform();
		return new ProviderCall(journey.id(), request.endpoint(), model, known, request.stream(),
				journey.plan().model().maxOutput(), new HeaderRules(transform.addHeaders(), transform.removeHeaders()),
				candidate.deployment().provider().betas(request.betas()),
				this.guard.of(request.caller().requestId(), request.caller().phi(), request.besideMedia()));
	}

	private Relay relay(Errand errand, Admission admission) {
		Journey journey = errand.journey();
		Opening opening = new Opening(journey, admission, errand.course(), this.closing, errand.head());
		return journey.request().stream()
				? new StreamRelay(journey, opening, (int) this.properties.maxEvent().toBytes())
				: new WholeRelay(journey, opening);
	}

	/**
	 * An answer is whole when its last part has come. Clients close on {@code [DONE]},
	 * and that is no leaving early.
	 */
	private void endIfComplete(Journey journey, Admission admission, Relay relay) {
		if (relay.complete()) {
			journey.markWhole();
			admission.succeeded();
			this.closing.end(journey, Opening.SUCCESS);
		}
	}

	private Mono<byte[]> ended(Journey journey, Admission admission, Relay relay) {
		boolean before = relay.complete();
		Mono<byte[]> left = relay.end();
		if (!before) {
			endIfComplete(journey, admission, relay);
		}
		return left.map((bytes) -> dropped(bytes, journey));
	}

	private Flux<byte[]> recover(Errand errand, Admission admission, Relay relay, ProviderFailure failure) {
		Journey journey = errand.journey();
		if (relay.complete()) {
			return Flux.empty();
		}
		admission.failed(failure);
		admission.end(journey.usedTokens());
		if (journey.emitted()) {
			return breakOff(journey, UpstreamProblems.of(failure));
		}
		journey.attempted(admission.candidate(), UpstreamProblems.outcome(failure),
				(failure.status() > 0) ? failure.status() : null);
		Duration pause = this.retries.pause(errand.course(), left(journey), failure);
		if (pause == null) {
			return fail(journey, UpstreamProblems.of(failure));
		}
		Flux<byte[]> again = Flux.defer(() -> attempt(errand, failure));
		return pause.isZero() ? again : again.delaySubscription(pause);
	}

	private Duration left(Journey journey) {
		return journey.request().within(this.properties.totalTimeout()).minus(journey.took());
	}

	private Flux<byte[]> breakOff(Journey journey, RoutingProblem problem) {
		this.closing.end(journey, new Ending(UsageOutcome.ERROR, 200, problem.code()));
		return Flux.just(ProblemBody.event(problem));
	}

	private Flux<byte[]> fail(Journey journey, RoutingProblem problem) {
		this.closing.end(journey, new Ending(UsageOutcome.ERROR, problem.status(), problem.code()));
		return Flux.error(new RoutingException(problem));
	}

	private static RoutingProblem unavailable() {
		return new RoutingProblem.Unavailable("upstream_saturated",
				"Every deployment that could answer has as many calls as it takes");
	}

	/**
	 * The client left: nothing is known about the health of the deployment.
	 * @param journey the journey
	 */
	void abandon(Journey journey) {
		leave(journey, new Ending(UsageOutcome.ABORTED, 499, "client_left"));
	}

	/**
	 * A fault of our own ended the request: nothing is known about the health of the
	 * deployment, and nothing may stay held, in flight or unreported.
	 * @param journey the journey, which may have ended before
	 */
	void giveUp(Journey journey) {
		if (journey.ended()) {
			return;
		}
		leave(journey, new Ending(UsageOutcome.ERROR, 500, "internal_error"));
		Admission admission = journey.admission();
		if (admission != null) {
			admission.end(journey.usedTokens());
		}
	}

	private void leave(Journey journey, Ending ending) {
		Admission admission = journey.admission();
		if (admission != null && !admission.isTold()) {
			admission.leftOpen();
			if (!journey.emitted()) {
				journey.attempted(admission.candidate(), Outcome.IGNORED, null);
			}
		}
		this.closing.end(journey, ending);
	}

	/**
	 * The time for the request is over.
	 * @param journey the journey
	 * @return what the client is told
	 */
	Flux<byte[]> outOfTime(Journey journey) {
		if (journey.ended()) {
			return Flux.empty();
		}
		Admission admission = journey.admission();
		if (admission != null && !admission.isTold()) {
			tellOutOfTime(journey, admission);
		}
		RoutingProblem problem = UpstreamProblems.of(ProviderFailure.of(ProviderFailure.Kind.TIMEOUT));
		return journey.emitted() ? breakOff(journey, problem) : fail(journey, problem);
	}

	private void tellOutOfTime(Journey journey, Admission admission) {
		boolean patient = journey.attemptTook().compareTo(this.properties.patience()) >= 0;
		if (patient) {
			admission.failed(ProviderFailure.of(ProviderFailure.Kind.TIMEOUT));
		}
		else {
			admission.leftOpen();
		}
		if (!journey.emitted()) {
			journey.attempted(admission.candidate(), patient ? Outcome.DROPPED : Outcome.IGNORED, null);
		}
	}

	/**
	 * A request on its way.
	 *
	 * @param journey what happened to it
	 * @param limited whether its output must be limited to what is set aside
	 * @param head is told when the answer begins
	 * @param course its way through the candidates
	 */
	private record Errand(Journey journey, boolean limited, Consumer<AnswerHead> head, Course course) {

	}

}
